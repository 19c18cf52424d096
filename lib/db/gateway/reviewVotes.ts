import type { Hex } from "viem";
import type { Executor } from "../worker/executor.ts";

/** A validator's signed review, as Curation.finalize takes it, with the text behind its reason's hash. */
export type ReviewVote = {
  contribution: bigint;
  /** Registry id. */
  validator: bigint;
  accept: boolean;
  /** 0 to 10,000. */
  score: number;
  reason: string;
  reasonHash: Hex;
  signature: Hex;
};

/** Different reviews of one contribution by one validator that are kept. */
export const MOST_REVIEWS = 16;

/**
 * Keeps a signed review until somebody finalises, beside all that the validator signed before: the contract takes any one of them, so none takes
 * another's place. Of the same review only the signature is new. @returns false where it has signed too many different ones
 */
export async function saveReviewVote(sql: Executor, vote: ReviewVote): Promise<boolean> {
  const { contribution, validator, accept, score, reason, reasonHash, signature } = vote;
  const saved = await sql`
    insert into gateway.review_vote (contribution, validator, accept, score, reason, reason_hash, signature)
    select ${contribution.toString()}::numeric, ${validator.toString()}::numeric, ${accept}::boolean, ${score}::int, ${reason}, ${reasonHash}, ${signature}
    where ${MOST_REVIEWS} > (
      select count(*) from gateway.review_vote where contribution = ${contribution.toString()} and validator = ${validator.toString()}
        and (accept, score, reason_hash) <> (${accept}, ${score}, ${reasonHash}))
    on conflict (contribution, validator, accept, score, reason_hash) do update set signature = excluded.signature`;
  return saved.count > 0;
}

/** Ascending by validator, of each the one first that came last. The contract takes one of each. */
export async function reviewVotesOf(sql: Executor, contribution: bigint): Promise<ReviewVote[]> {
  return sql<ReviewVote[]>`
    select contribution, validator, accept, score, reason, reason_hash, signature
    from gateway.review_vote where contribution = ${contribution.toString()} order by validator, at desc`;
}
