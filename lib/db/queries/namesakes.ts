import { assetKind } from "../../chain/assetKind.ts";
import { bearersSql } from "../bearersSql.ts";
import type { Sql } from "../client.ts";

/** Models whose name another model has too: their numbers tell them apart. */
export async function modelNamesakes(sql: Sql): Promise<ReadonlySet<bigint>> {
  const rows = await sql<{ id: bigint }[]>`
    select id from (
      select a.id, ${bearersSql(sql)} as bearers from indexer.asset a join worker.document d on d.uri = a.uri
      where a.kind = ${assetKind.model} and d.body->>'name' is not null
    ) named where bearers > 1`;
  return new Set(rows.map(({ id }) => id));
}
