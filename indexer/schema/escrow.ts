import { index, onchainTable, primaryKey } from "ponder";
import { logged, written } from "./columns.ts";

// Both pairs, told apart by `escrow`.

export const escrowEvent = onchainTable(
  "escrow_event",
  (t) => ({
    ...logged(t),
    escrow: t.hex().notNull(),
    payer: t.hex().notNull(),
    gateway: t.hex().notNull(),
    kind: t.text().notNull(), // deposited | collected | thawing | withdrawn
    amount: t.bigint().notNull(),
    thawsAt: t.int8({ mode: "number" }), // of a thawing
  }),
  (table) => ({ payerIndex: index().on(table.payer) }),
);

export const sessionKey = onchainTable(
  "session_key",
  (t) => ({
    escrow: t.hex().notNull(),
    payer: t.hex().notNull(),
    key: t.hex().notNull(),
    expiry: t.bigint().notNull(), // unix seconds, whatever the payer wrote; 0 ends it
    ...written(t),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.escrow, table.payer, table.key] }) }),
);

export const settlementChange = onchainTable("settlement_change", (t) => ({
  ...logged(t),
  escrow: t.hex().notNull(),
  settlement: t.hex().notNull(),
  kind: t.text().notNull(), // announced | set
  effectiveAt: t.int8({ mode: "number" }).notNull(),
}));
