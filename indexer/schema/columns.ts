import type { PgColumnsBuilders } from "ponder";

/** When and where a row was written; times are unix seconds. */
export const written = (t: PgColumnsBuilders) => ({
  at: t.int8({ mode: "number" }).notNull(),
  block: t.int8({ mode: "number" }).notNull(),
  logIndex: t.integer().notNull(),
  tx: t.hex().notNull(),
});

/** A row for each event. */
export const logged = (t: PgColumnsBuilders) => ({
  id: t.text().primaryKey(), // tx-logIndex
  ...written(t),
});
