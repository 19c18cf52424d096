import type { Sql } from "../client.ts";
import { contentOf } from "../contentOf.ts";

export type QueuedReview = {
  contribution: bigint;
  datanet: bigint;
  datanetName: string | null;
  title: string | null;
  contributor: string;
  datanetOwner: string;
  words: number;
  /** Of the text in the store; null while intake has not read it. */
  cid: string | null;
  /** Part that no earlier contribution held, 0..10,000; null while it was not measured. */
  noveltyBps: number | null;
  /** What intake found wrong. */
  problem: string | null;
  revealedAt: number;
  minReviews: number;
  /** Validators whose signed reviews wait here. */
  signed: number;
};

/** Contributions in review, the oldest first: whoever comes later waits for them. */
export async function reviewQueue(sql: Sql, limit = 50): Promise<QueuedReview[]> {
  return sql<QueuedReview[]>`
    select c.id as contribution, c.datanet, d.body->>'name' as datanet_name, t.title, c.contributor,
      a.owner as datanet_owner, c.words, t.cid, 10000 - t.contained_bps as novelty_bps, t.problem, c.revealed_at,
      c.min_reviews,
      (select count(distinct v.validator)::int from gateway.review_vote v where v.contribution = c.id) as signed
    from indexer.contribution c
    ${contentOf(sql)}
    join indexer.asset a on a.id = c.datanet
    left join worker.document d on d.uri = a.uri
    where c.status = 'revealed' order by c.id limit ${limit}`;
}
