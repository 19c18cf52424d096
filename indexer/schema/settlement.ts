import { index, onchainTable, type PgColumnsBuilders } from "ponder";
import { logged } from "./columns.ts";

// Epochs, claims and funding of the pair for OPEN, and the same of the pair for the stable token.

const fundingColumns = (t: PgColumnsBuilders) => ({
  ...logged(t),
  source: t.integer().notNull(), // order of the contract's enum Source
  from: t.hex().notNull(),
  amount: t.bigint().notNull(),
});

export const funding = onchainTable("funding", fundingColumns);
export const dollarFunding = onchainTable("dollar_funding", fundingColumns);

const epochColumns = (t: PgColumnsBuilders) => ({
  id: t.bigint().primaryKey(),
  state: t.text().notNull(), // sealed | posted | disputed | rejected; accepted = posted and chain time >= ready_at
  sealedTotal: t.bigint().notNull(), // cumulative
  sealedAt: t.int8({ mode: "number" }).notNull(),
  sealBlock: t.int8({ mode: "number" }).notNull(), // what was funded before this log is the epoch's, or an earlier one's
  sealLogIndex: t.integer().notNull(),
  sealTx: t.hex().notNull(),
  root: t.hex(),
  total: t.bigint(), // cumulative
  attributor: t.bigint(),
  poster: t.hex(), // the attributor's owner then
  dataHash: t.hex(),
  cid: t.text(),
  postedAt: t.int8({ mode: "number" }),
  readyAt: t.int8({ mode: "number" }),
  postTx: t.hex(),
});

export const epoch = onchainTable("epoch", epochColumns);
export const dollarEpoch = onchainTable("dollar_epoch", epochColumns);

const claimColumns = (t: PgColumnsBuilders) => ({
  ...logged(t),
  payee: t.hex().notNull(), // 32 bytes
  epoch: t.bigint().notNull(),
  amount: t.bigint().notNull(),
});

export const claim = onchainTable("claim", claimColumns, (table) => ({ payeeIndex: index().on(table.payee) }));
export const dollarClaim = onchainTable("dollar_claim", claimColumns, (table) => ({
  payeeIndex: index().on(table.payee),
}));

// Both pairs, told apart by `settlement`.

export const dispute = onchainTable(
  "dispute",
  (t) => ({
    ...logged(t),
    settlement: t.hex().notNull(),
    epoch: t.bigint().notNull(),
    by: t.hex().notNull(),
    reason: t.text().notNull(),
    outcome: t.text(), // valid | rejected; null while it is open
    closedAt: t.int8({ mode: "number" }),
    closedTx: t.hex(),
    rejectedBy: t.hex(), // the disputer after a verdict, else who proved the root malformed
  }),
  (table) => ({ epochIndex: index().on(table.settlement, table.epoch) }),
);

export const rejection = onchainTable("rejection", (t) => ({
  ...logged(t),
  settlement: t.hex().notNull(),
  epoch: t.bigint().notNull(),
  by: t.hex().notNull(),
}));

export const settlementPause = onchainTable("settlement_pause", (t) => ({
  ...logged(t),
  settlement: t.hex().notNull(),
  until: t.int8({ mode: "number" }).notNull(), // its own time: the pause ends
}));
