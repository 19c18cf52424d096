import type { Executor } from "./executor.ts";

/** URIs of asset versions whose document has not been mirrored, without those that rest, oldest asset first. */
export async function unmirroredUris(sql: Executor, limit: number, resting: readonly string[]): Promise<string[]> {
  const rows = await sql<{ uri: string }[]>`
    select v.uri from indexer.asset_version v left join worker.document d on d.uri = v.uri
    where d.uri is null and v.uri <> all(${sql.array([...resting])}::text[])
    group by v.uri order by min(v.asset_id) limit ${limit}`;
  return rows.map((row) => row.uri);
}

export async function saveDocument(sql: Executor, uri: string, body: object): Promise<void> {
  // A document is plain JSON by then: it was parsed from it.
  const json = sql.json(body as Parameters<Executor["json"]>[0]);
  await sql`insert into worker.document (uri, body) values (${uri}, ${json}) on conflict do nothing`;
}
