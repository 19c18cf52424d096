import type { Hex } from "viem";

/** One review as Curation.finalize takes it. */
export interface SignedReview {
  validator: bigint;
  accept: boolean;
  score: number;
  reasonHash: Hex;
  signature: Hex;
}

/** This worker's reviews with those that others signed by hand, ascending by validator. What a validator's own owner signed goes before the worker's opinion. */
export function allReviews(own: readonly SignedReview[], byHand: readonly SignedReview[]): SignedReview[] {
  const reviews = new Map([...own, ...byHand].map((review) => [review.validator, review]));
  return [...reviews.values()]
    .sort((a, b) => (a.validator < b.validator ? -1 : 1))
    .map(({ validator, accept, score, reasonHash, signature }) => ({
      validator,
      accept,
      score,
      reasonHash,
      signature,
    }));
}
