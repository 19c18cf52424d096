import * as ponderSchema from "../../../indexer/ponder.schema.ts";
import type { Sql } from "../../../lib/db/client.ts";

/** What Drizzle keeps of a table, under symbols that are the same in every copy of it. */
const NAME = Symbol.for("drizzle:Name");
const COLUMNS = Symbol.for("drizzle:Columns");

interface Column {
  name: string;
  primary: boolean;
  getSQLType(): string;
}

/**
 * Creates the indexer's tables, empty, as its own schema declares them: names and types, without the constraints, so that a test writes
 * only the columns it is about.
 */
export async function createIndexerTables(sql: Sql): Promise<void> {
  const tables = Object.values(ponderSchema).map((table) => {
    const of = table as unknown as { [NAME]: string; [COLUMNS]: Record<string, Column> };
    const columns = Object.values(of[COLUMNS]).map(
      (column) => `"${column.name}" ${column.getSQLType()}${column.primary ? " primary key" : ""}`,
    );
    return `create table indexer."${of[NAME]}" (${columns.join(", ")});`;
  });
  await sql.unsafe(`create schema indexer; ${tables.join("\n")}`);
}
