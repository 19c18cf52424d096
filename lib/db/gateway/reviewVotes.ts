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

/** Keeps a signed review until somebody finalises with it; it takes the place of the validator's earlier one. */
export async function saveReviewVote(sql: Executor, vote: ReviewVote): Promise<void> {
  const { contribution, validator, accept, score, reason, reasonHash, signature } = vote;
  await sql`
    insert into gateway.review_vote (contribution, validator, accept, score, reason, reason_hash, signature)
    values (${contribution.toString()}, ${validator.toString()}, ${accept}, ${score}, ${reason}, ${reasonHash}, ${signature})
    on conflict (contribution, validator) do update set accept = excluded.accept, score = excluded.score,
      reason = excluded.reason, reason_hash = excluded.reason_hash, signature = excluded.signature, at = now()`;
}

/** In the order the contract takes them: ascending by validator. */
export async function reviewVotesOf(sql: Executor, contribution: bigint): Promise<ReviewVote[]> {
  return sql<ReviewVote[]>`
    select contribution, validator, accept, score, reason, reason_hash, signature
    from gateway.review_vote where contribution = ${contribution.toString()} order by validator`;
}
