import type { Address, Hex } from "viem";
import { assetKind } from "../../chain/assetKind.ts";
import type { Executor } from "./executor.ts";

export type ReviewableContribution = {
  id: bigint;
  contributor: Address;
  datanetOwner: Address;
  /** Chain time, unix seconds. */
  revealedAt: number;
  minReviews: number;
  words: number;
  containedBps: number;
  problem: string | null;
};

/** Contributions that intake has read and nobody has decided, in ledger order. */
export async function reviewableContributions(sql: Executor, limit: number): Promise<ReviewableContribution[]> {
  return sql<ReviewableContribution[]>`
    select c.id, c.contributor, a.owner as datanet_owner, c.revealed_at, c.min_reviews,
      t.words, t.contained_bps, t.problem
    from indexer.contribution c
    join worker.content t on t.contribution = c.id and t.uri = c.uri and t.root = c.root
    join indexer.asset a on a.id = c.datanet
    where c.status = 'revealed' order by c.id limit ${limit}`;
}

/** Validators owned by these accounts (lower case), by id. */
export async function validatorsOf(sql: Executor, owners: string[]): Promise<{ id: bigint; owner: Address }[]> {
  return sql<{ id: bigint; owner: Address }[]>`
    select id, owner from indexer.asset where kind = ${assetKind.validator} and owner = any(${owners}) order by id`;
}

export async function saveReasons(sql: Executor, reasons: { hash: Hex; text: string }[]): Promise<void> {
  if (reasons.length === 0) return;
  await sql`insert into worker.review_reason ${sql(reasons)} on conflict do nothing`;
}
