import { createPublicClient, http } from "viem";
import { chainFacts, type Posting, standingBefore } from "../../../lib/verify/index.ts";
import type { Posted } from "./epoch.ts";
import type { Terms } from "./terms.ts";
import type { Claim } from "./types.ts";

/**
 * What the chain itself says, asked from this browser and not through this site.
 * @throws Error when the node does not answer or is of another chain.
 */
export async function connect({ chain }: Claim) {
  const client = createPublicClient({ transport: http(chain.rpcUrl) });
  const id = await client.getChainId().catch(() => {
    throw new Error(`The chain’s node at ${chain.rpcUrl} does not answer from this browser. Try again when it does.`);
  });
  if (id !== chain.id)
    throw new Error(`The node at ${chain.rpcUrl} is of chain ${id}; this receipt is of chain ${chain.id}.`);
  return chainFacts(client, chain);
}

/** @throws Error as `connect` does, or when the chain knows no such version of the model. */
export async function readTerms(claim: Claim): Promise<Terms> {
  const facts = await connect(claim);
  const [model, provider, postings] = await Promise.all([
    facts.asset(claim.model),
    facts.asset(claim.provider),
    facts.postings(),
  ]);
  const version = model.versions.find((published) => published.version === claim.version);
  if (!version) throw new Error(`The chain knows no version ${claim.version} of model ${claim.model}.`);
  const { contentHash, uri } = version;
  const posted = claim.epoch === null ? null : standingFrom(postings, claim.epoch);
  const until = posted ? await facts.timeOf(posted.block) : Number.POSITIVE_INFINITY;
  return { contentHash, uri, model, provider, until };
}

const standingFrom = (postings: readonly Posting[], epoch: number) =>
  postings.find(({ id, isRejected }) => id >= epoch && !isRejected) ?? null;

/** Payout redirects in force after a block. @throws Error as `connect` does. */
export async function readRedirects(claim: Claim, block: number) {
  return (await connect(claim)).redirects(BigInt(block));
}

/**
 * The epoch that distributes what was assigned to `epoch` (the next one that stands, if that was rejected), and the one it builds on; null
 * for those that are not there.
 * @throws Error as `connect` does.
 */
export async function readPosted(
  claim: Claim,
  epoch: number,
): Promise<{ posted: Posted | null; previous: Posted | null }> {
  const postings = await (await connect(claim)).postings();
  const posted = standingFrom(postings, epoch);
  return { posted, previous: posted && standingBefore(postings, posted.id) };
}
