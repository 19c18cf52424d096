import { index, onchainTable, primaryKey } from "ponder";
import { logged } from "./columns.ts";

export const policy = onchainTable("policy", (t) => ({
  datanet: t.bigint().primaryKey(),
  minReviews: t.integer().notNull(),
  direct: t.boolean().notNull(),
}));

export const contribution = onchainTable(
  "contribution",
  (t) => ({
    id: t.bigint().primaryKey(), // place in the ledger: commit order
    datanet: t.bigint().notNull(),
    contributor: t.hex().notNull(), // zero address for the commons
    status: t.text().notNull(), // committed | revealed | accepted | rejected | expired
    commitment: t.hex().notNull(),
    words: t.int8({ mode: "number" }).notNull(), // as declared: any uint32
    bond: t.bigint().notNull(),
    root: t.hex(),
    items: t.int8({ mode: "number" }), // any uint32
    uri: t.text(),
    minReviews: t.integer(), // the policy's when it was revealed: later changes do not hold for it
    acceptStake: t.bigint(),
    rejectStake: t.bigint(),
    committedAt: t.int8({ mode: "number" }).notNull(),
    revealedAt: t.int8({ mode: "number" }),
    finalizedAt: t.int8({ mode: "number" }),
    finalizedBlock: t.int8({ mode: "number" }),
    finalizedLogIndex: t.integer(),
    commitTx: t.hex().notNull(),
    revealTx: t.hex(),
    finalizeTx: t.hex(),
  }),
  (table) => ({
    datanetIndex: index().on(table.datanet),
    contributorIndex: index().on(table.contributor),
    statusIndex: index().on(table.status),
  }),
);

export const review = onchainTable(
  "review",
  (t) => ({
    contribution: t.bigint().notNull(),
    validator: t.bigint().notNull(),
    accept: t.boolean().notNull(),
    score: t.integer().notNull(),
    reasonHash: t.hex().notNull(),
    at: t.int8({ mode: "number" }).notNull(),
    tx: t.hex().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.contribution, table.validator] }) }),
);

export const takedown = onchainTable(
  "takedown",
  (t) => ({
    ...logged(t),
    contribution: t.bigint().notNull(),
    item: t.int8({ mode: "number" }).notNull(), // 2^32 - 1: the whole contribution
    by: t.hex().notNull(),
    reasonHash: t.hex().notNull(), // the case id, when the arbiter did it
  }),
  (table) => ({ contributionIndex: index().on(table.contribution) }),
);
