import { createPublicClient, http } from "viem";
import { chainFacts, standingBefore } from "../../../lib/verify/index.ts";
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
  const [model, provider] = await Promise.all([facts.asset(claim.model), facts.asset(claim.provider)]);
  const version = model.versions.find((published) => published.version === claim.version);
  if (!version) throw new Error(`The chain knows no version ${claim.version} of model ${claim.model}.`);
  const { contentHash, uri } = version;
  const owners = (of: typeof model) => of.owners.map(({ owner }) => owner).reverse();
  return { contentHash, uri, splits: model.splits, modelOwners: owners(model), providerOwners: owners(provider) };
}

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
  const posted = postings.find(({ id, isRejected }) => id >= epoch && !isRejected) ?? null;
  return { posted, previous: posted && standingBefore(postings, posted.id) };
}
