import { createPublicClient, http, parseAbiItem } from "viem";
import type { Posted } from "./epoch.ts";
import type { Claim } from "./types.ts";

const posted = parseAbiItem(
  "event Posted(uint256 indexed id, uint256 indexed attributor, bytes32 root, uint256 total, uint256 readyAt, bytes32 dataHash, string cid)",
);

/**
 * What the chain itself says about an epoch, asked from here and not through this site. Null: nothing is posted under that number.
 * @throws Error when the node does not answer or is of another chain.
 */
export async function readPosted({ chain }: Claim, epoch: number): Promise<Posted | null> {
  const client = createPublicClient({ transport: http(chain.rpcUrl) });
  const id = await client.getChainId().catch(() => {
    throw new Error(`The chain’s node at ${chain.rpcUrl} does not answer from this browser. Try again when it does.`);
  });
  if (id !== chain.id)
    throw new Error(`The node at ${chain.rpcUrl} is of chain ${id}; this receipt is of chain ${chain.id}.`);
  const logs = await client.getLogs({
    address: chain.settlement,
    event: posted,
    args: { id: BigInt(epoch) },
    fromBlock: BigInt(chain.startBlock),
    strict: true,
  });
  const args = logs.at(-1)?.args;
  return args ? { dataHash: args.dataHash, root: args.root, total: args.total, cid: args.cid } : null;
}
