import { index, onchainTable, primaryKey } from "ponder";
import { logged } from "./columns.ts";

export const pool = onchainTable("pool", (t) => ({
  target: t.bigint().primaryKey(), // 2^160 + registry id
  tokens: t.bigint().notNull(), // staked, thawing included
  shares: t.bigint().notNull(), // of all stakers, thawing included
  thawing: t.bigint().notNull(), // of the shares
  bonded: t.bigint().notNull(), // the part of the tokens that does not thaw
}));

// As the contract keeps it: `shares` earn and vote, `thawing` are on their way out. A pool's shares are the sum of both over its positions.
export const position = onchainTable(
  "position",
  (t) => ({
    target: t.bigint().notNull(),
    who: t.hex().notNull(),
    shares: t.bigint().notNull(),
    thawing: t.bigint().notNull(),
    thawsAt: t.int8({ mode: "number" }), // null while nothing thaws
  }),
  (table) => ({ pk: primaryKey({ columns: [table.target, table.who] }), whoIndex: index().on(table.who) }),
);

export const stakeEvent = onchainTable(
  "stake_event",
  (t) => ({
    ...logged(t),
    target: t.bigint().notNull(),
    who: t.hex().notNull(),
    kind: t.text().notNull(), // staked | unstaking | withdrawn
    amount: t.bigint(), // wei; null for unstaking: what it is worth is known at the end of the thaw
    shares: t.bigint().notNull(),
  }),
  (table) => ({ targetIndex: index().on(table.target), whoIndex: index().on(table.who) }),
);

export const slash = onchainTable(
  "slash",
  (t) => ({
    ...logged(t),
    target: t.bigint().notNull(),
    to: t.hex().notNull(), // has half; the other half is burnt
    amount: t.bigint().notNull(),
  }),
  (table) => ({ targetIndex: index().on(table.target) }),
);

export const reward = onchainTable(
  "reward",
  (t) => ({
    ...logged(t),
    target: t.bigint().notNull(),
    token: t.hex().notNull(),
    amount: t.bigint().notNull(),
  }),
  (table) => ({ targetIndex: index().on(table.target) }),
);

export const rewardPaid = onchainTable(
  "reward_paid",
  (t) => ({
    ...logged(t),
    target: t.bigint().notNull(),
    who: t.hex().notNull(),
    token: t.hex().notNull(),
    amount: t.bigint().notNull(),
  }),
  (table) => ({ targetIndex: index().on(table.target), whoIndex: index().on(table.who) }),
);
