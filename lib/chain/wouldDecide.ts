import { curationAbi } from "../abi/curation.ts";
import type { ReviewVote } from "../db/gateway/reviewVotes.ts";
import { publicClient } from "./clients.ts";
import type { Deployment } from "./deployment.ts";
import { unlessRefused } from "./unlessRefused.ts";

/** Whether reviews (ascending by validator, one of each) decide a contribution now: the curation contract itself is asked. */
export async function wouldDecide(
  { contracts }: Deployment,
  contribution: bigint,
  votes: readonly ReviewVote[],
): Promise<boolean> {
  const call = { address: contracts.curation, abi: curationAbi, functionName: "finalize" } as const;
  const simulated = publicClient().simulateContract({ ...call, args: [contribution, votes] });
  return unlessRefused(
    simulated.then(() => true),
    false,
  );
}
