import type { ReviewVote } from "../db/gateway/reviewVotes.ts";
import type { Deployment } from "./deployment.ts";
import { weighReview } from "./weighReview.ts";

/**
 * Of signed reviews those that a decision is made of: of each validator the newest that the curation contract would count now. One that changed
 * hands since it signed would spoil the whole. @param votes ascending by validator, of each the newest first
 */
export async function countedReviews(deployment: Deployment, votes: readonly ReviewVote[]): Promise<ReviewVote[]> {
  const newest = async (own: readonly ReviewVote[]) => {
    for (const vote of own) if ((await weighReview(deployment, vote)) === null) return [vote];
    return [];
  };
  const byValidator = Map.groupBy(votes, ({ validator }) => validator);
  return (await Promise.all([...byValidator.values()].map(newest))).flat();
}
