import { index, onchainTable, primaryKey } from "ponder";
import { written } from "./columns.ts";

export const courtCase = onchainTable(
  "court_case",
  (t) => ({
    id: t.bigint().primaryKey(),
    subject: t.text().notNull(), // epoch | asset | contribution
    subjectId: t.bigint().notNull(),
    challenger: t.hex().notNull(),
    accused: t.hex().notNull(), // when it was opened; the burn address: nobody
    settlement: t.hex().notNull(), // zero address but for an epoch's
    item: t.int8({ mode: "number" }).notNull(), // of a contribution; 2^32 - 1: the whole
    evidenceHash: t.hex().notNull(),
    bond: t.bigint().notNull(), // 0 for an epoch's: the dispute has one
    openedAt: t.int8({ mode: "number" }).notNull(), // of the event; stakes are weighed before it, an epoch's before its dispute
    openTx: t.hex().notNull(),
    guilty: t.boolean(), // null while it is open, as all below
    slashBps: t.integer(),
    recomputedRoot: t.hex(),
    weight: t.bigint(), // 0: governance ruled
    total: t.bigint(),
    ruledAt: t.int8({ mode: "number" }),
    ruleTx: t.hex(),
  }),
  (table) => ({ subjectIndex: index().on(table.subject, table.subjectId) }),
);

export const caseVote = onchainTable(
  "case_vote",
  (t) => ({
    caseId: t.bigint().notNull(),
    validator: t.bigint().notNull(),
    weight: t.bigint().notNull(),
    ...written(t),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.caseId, table.validator] }) }),
);
