import { index, onchainTable, primaryKey } from "ponder";
import { written } from "./columns.ts";

// OPEN held is delegated at the token, OPEN staked at the staking contract: `kind` is held | staked.

export const delegation = onchainTable(
  "delegation",
  (t) => ({
    kind: t.text().notNull(),
    delegator: t.hex().notNull(),
    delegate: t.hex().notNull(), // zero address: to nobody again
    ...written(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.kind, table.delegator] }),
    delegateIndex: index().on(table.delegate),
  }),
);

export const votePower = onchainTable(
  "vote_power",
  (t) => ({
    kind: t.text().notNull(),
    delegate: t.hex().notNull(),
    votes: t.bigint().notNull(),
    since: t.int8({ mode: "number" }).notNull(), // when it first had any
    ...written(t),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.kind, table.delegate] }) }),
);

// Balances of OPEN.
export const holding = onchainTable("holding", (t) => ({
  account: t.hex().primaryKey(),
  balance: t.bigint().notNull(),
}));
