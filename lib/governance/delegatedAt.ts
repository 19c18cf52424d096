import { votePowerAbi } from "../abi/votepower.ts";
import { publicClient, readDeployment } from "../chain/clients.ts";
import { sql } from "../db/client.ts";
import { delegatedVotes, everyDelegate } from "../db/queries/votes.ts";
import { within } from "../site/within.ts";

const PATIENCE_MS = 1_500;

/**
 * By snapshot. What an account had in a second that has passed never changes, but whom there is to ask for does while the index is behind: a sum
 * over fewer delegates is another sum.
 */
const known = new Map<number, { delegates: number; votes: bigint }>();

export type Delegated = { votes: bigint /** Of the snapshot; else of now. */; past: boolean };

/**
 * Votes that were delegated at a proposal's snapshot, in wei, as the chain tells them: what could have been cast. Of now, while the snapshot is
 * to come or the chain does not answer.
 */
export async function delegatedAt(snapshot: number, now: number): Promise<Delegated> {
  const votes = snapshot < now ? await within(PATIENCE_MS, readPast(snapshot), null).catch(() => null) : null;
  if (votes !== null) return { votes, past: true };
  const { held, staked } = await delegatedVotes(sql());
  return { votes: held + staked, past: false };
}

/** Who had votes then has been a delegate, so the sum over all who ever were is the whole. */
async function readPast(snapshot: number): Promise<bigint> {
  const delegates = await everyDelegate(sql());
  const kept = known.get(snapshot);
  if (kept?.delegates === delegates.length) return kept.votes;
  const votePower = { address: readDeployment().contracts.votePower, abi: votePowerAbi } as const;
  const each = await Promise.all(
    delegates.map((delegate) =>
      publicClient().readContract({ ...votePower, functionName: "getPastVotes", args: [delegate, BigInt(snapshot)] }),
    ),
  );
  const votes = each.reduce((sum, one) => sum + one, 0n);
  known.set(snapshot, { delegates: delegates.length, votes });
  return votes;
}
