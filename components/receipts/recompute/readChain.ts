import { createPublicClient, http, parseAbiItem } from "viem";
import type { Posted } from "./epochLines.ts";
import type { Terms } from "./terms.ts";
import type { Claim } from "./types.ts";

// What the chain itself says, asked from this browser and not through this site.

const postedEvent = parseAbiItem(
  "event Posted(uint256 indexed id, uint256 indexed attributor, bytes32 root, uint256 total, uint256 readyAt, bytes32 dataHash, string cid)",
);
const rejectedEvent = parseAbiItem("event Rejected(uint256 indexed id, address indexed by)");
const publishedEvent = parseAbiItem(
  "event Published(uint256 indexed id, uint32 version, bytes32 contentHash, uint256[] parents, string uri)",
);
const splitEvent = parseAbiItem(
  "event SplitSet(uint256 indexed id, (uint16 provider, uint16 owner, uint16 contributors, uint16 stakers) split, uint256 at)",
);
const transferEvent = parseAbiItem("event Transfer(address indexed from, address indexed to, uint256 indexed tokenId)");

/** @throws Error when the node does not answer or is of another chain. */
async function connect({ chain }: Claim) {
  const client = createPublicClient({ transport: http(chain.rpcUrl) });
  const id = await client.getChainId().catch(() => {
    throw new Error(`The chain’s node at ${chain.rpcUrl} does not answer from this browser. Try again when it does.`);
  });
  if (id !== chain.id)
    throw new Error(`The node at ${chain.rpcUrl} is of chain ${id}; this receipt is of chain ${chain.id}.`);
  return client;
}

/** @throws Error as `connect` does, or when the chain knows no such version of the model. */
export async function readTerms(claim: Claim): Promise<Terms> {
  const client = await connect(claim);
  const { registry: address, startBlock } = claim.chain;
  const range = { address, fromBlock: BigInt(startBlock), strict: true } as const;
  const owners = async (tokenId: bigint) => {
    const logs = await client.getLogs({ ...range, event: transferEvent, args: { tokenId } });
    return logs.map(({ args }) => args.to).reverse();
  };
  const [published, splits, modelOwners, providerOwners] = await Promise.all([
    client.getLogs({ ...range, event: publishedEvent, args: { id: claim.model } }),
    client.getLogs({ ...range, event: splitEvent, args: { id: claim.model } }),
    owners(claim.model),
    owners(claim.provider),
  ]);
  const version = published.find(({ args }) => args.version === claim.version);
  if (!version) throw new Error(`The chain knows no version ${claim.version} of model ${claim.model}.`);
  return {
    contentHash: version.args.contentHash,
    uri: version.args.uri,
    splits: splits.map(({ args }) => ({ split: args.split, at: Number(args.at) })),
    modelOwners,
    providerOwners,
  };
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
  const client = await connect(claim);
  const { settlement: address, startBlock } = claim.chain;
  const range = { address, fromBlock: BigInt(startBlock), strict: true } as const;
  const [posts, rejections] = await Promise.all([
    client.getLogs({ ...range, event: postedEvent }),
    client.getLogs({ ...range, event: rejectedEvent }),
  ]);
  const rejected = new Set(rejections.map(({ args }) => args.id));
  const standing = posts
    .map(({ args }) => ({ ...args, id: Number(args.id) }))
    .filter(({ id }) => !rejected.has(BigInt(id)))
    .sort((a, b) => a.id - b.id);
  const posted = standing.find(({ id }) => id >= epoch) ?? null;
  return { posted, previous: standing.findLast(({ id }) => posted !== null && id < posted.id) ?? null };
}
