import type { Executor } from "./executor.ts";

/** URIs of all asset versions whose document has not been mirrored. */
export async function unmirroredUris(sql: Executor): Promise<string[]> {
  const rows = await sql<{ uri: string }[]>`
    select v.uri from indexer.asset_version v left join worker.document d on d.uri = v.uri
    where d.uri is null group by v.uri order by min(v.asset_id)`;
  return rows.map((row) => row.uri);
}

export async function saveDocument(sql: Executor, uri: string, body: object): Promise<void> {
  // A document is plain JSON by then: it was parsed from it.
  const json = sql.json(body as Parameters<Executor["json"]>[0]);
  await sql`insert into worker.document (uri, body) values (${uri}, ${json}) on conflict do nothing`;
}
