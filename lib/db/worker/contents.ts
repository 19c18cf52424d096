import type { Address, Hex } from "viem";
import type { Executor } from "./executor.ts";

export type RevealedContribution = {
  id: bigint;
  datanet: bigint;
  contributor: Address;
  status: string;
  /** As declared. */
  words: number;
  root: Hex;
  items: number;
  uri: string;
  /** Chain time, unix seconds; null for the commons, which nobody reviews. */
  revealedAt: number | null;
};

/** What intake has found out about a contribution. */
export interface Content {
  title: string;
  mediaType: string;
  cid: string;
  bytes: number;
  words: number;
  containedBps: number;
  problem: string | null;
}

/**
 * Revealed (or decided) contributions that intake has not read, in ledger order, without those that rest. After a reorg an id may be
 * another contribution's.
 */
export async function unreadContributions(
  sql: Executor,
  limit: number,
  resting: readonly bigint[] = [],
): Promise<RevealedContribution[]> {
  return sql<RevealedContribution[]>`
    select c.id, c.datanet, c.contributor, c.status, c.words, c.root, c.items, c.uri, c.revealed_at
    from indexer.contribution c left join worker.content t
      on t.contribution = c.id and t.uri = c.uri and t.root = c.root
    where c.root is not null and t.contribution is null
      and c.id <> all(${sql.array(resting.map(String))}::numeric[]) order by c.id limit ${limit}`;
}

/**
 * Texts that a datanet's next contribution is compared with: its own and the commons', in ledger order, without those that were
 * refused or must be.
 */
export async function admissibleTexts(sql: Executor, datanet: bigint): Promise<{ id: bigint; cid: string }[]> {
  return sql<{ id: bigint; cid: string }[]>`
    select c.id, t.cid from indexer.contribution c join worker.content t
      on t.contribution = c.id and t.uri = c.uri and t.root = c.root
    where c.datanet in (${String(datanet)}, 1) and t.cid <> ''
      and (c.status = 'accepted' or (c.status = 'revealed' and t.problem is null))
    order by c.id`;
}

/** Replaces what was read for another contribution that had this id before a reorg. */
export async function saveContent(
  sql: Executor,
  { id, uri, root }: Pick<RevealedContribution, "id" | "uri" | "root">,
  content: Content,
): Promise<void> {
  const row = { uri, root, ...content };
  await sql`
    insert into worker.content ${sql({ contribution: String(id), ...row })}
    on conflict (contribution) do update set ${sql(row)}`;
}
