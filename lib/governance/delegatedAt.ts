import { votePowerAbi } from "../abi/votepower.ts";
import { publicClient, readDeployment } from "../chain/clients.ts";
import { sql } from "../db/client.ts";
import { delegatedVotes, everyDelegate } from "../db/queries/votes.ts";
import { within } from "../site/within.ts";

const PATIENCE_MS = 1_500;

/** Never changes once its second has passed. Keyed by chain and snapshot. */
const known = new Map<string, bigint>();

export type Delegated = { votes: bigint /** Of the snapshot; else of now. */; past: boolean };

/**
 * Votes that were delegated at a proposal's snapshot, in wei, as the chain tells them: what could have been cast. Of now, while the snapshot is
 * to come or the chain does not answer.
 */
export async function delegatedAt(snapshot: number, now: number): Promise<Delegated> {
  const key = `${readDeployment().genesisHash}:${snapshot}`;
  const kept = known.get(key);
  if (kept !== undefined) return { votes: kept, past: true };
  const sum =
    snapshot < now
      ? await within(
          PATIENCE_MS,
          readPast(snapshot).catch(() => null),
          null,
        )
      : null;
  if (sum === null) {
    const { held, staked } = await delegatedVotes(sql());
    return { votes: held + staked, past: false };
  }
  known.set(key, sum);
  return { votes: sum, past: true };
}

/** Who had votes then has been a delegate, so the sum over all who ever were is the whole. */
async function readPast(snapshot: number): Promise<bigint> {
  const votePower = { address: readDeployment().contracts.votePower, abi: votePowerAbi } as const;
  const delegates = await everyDelegate(sql());
  const votes = await Promise.all(
    delegates.map((delegate) =>
      publicClient().readContract({ ...votePower, functionName: "getPastVotes", args: [delegate, BigInt(snapshot)] }),
    ),
  );
  return votes.reduce((sum, one) => sum + one, 0n);
}
