import { escrowAbi } from "../../../lib/abi/escrow.ts";
import { settlementAbi } from "../../../lib/abi/settlement.ts";
import { publicClient } from "../../../lib/chain/clients.ts";
import type { Deployment } from "../../../lib/chain/deployment.ts";
import type { WorkerContext } from "../context.ts";

/**
 * Wei drawn from each payer (lower case) after an epoch's seal, up to a block: money of the epochs after it. From events, since nodes
 * soon forget the state of old blocks, and since a draw may share the seal's block.
 * @throws Error when the node does not show the seal (yet).
 */
export async function drawnSince(
  { deployment, gateway }: WorkerContext,
  epoch: number,
  toBlock: bigint,
): Promise<Map<string, bigint>> {
  const { contracts } = deployment;
  const client = publicClient();
  const seal = await sealOf(deployment, epoch, toBlock);
  const draws = await client.getContractEvents({
    ...{ address: contracts.escrow, abi: escrowAbi, eventName: "Collected", args: { gateway: gateway.address } },
    ...{ fromBlock: seal.blockNumber, toBlock, strict: true },
  });
  const drawn = new Map<string, bigint>();
  for (const { args, blockNumber, logIndex } of draws) {
    if (blockNumber === seal.blockNumber && logIndex < seal.logIndex) continue;
    const payer = args.payer.toLowerCase();
    drawn.set(payer, (drawn.get(payer) ?? 0n) + args.amount);
  }
  return drawn;
}

/** The block each deployment's newest seal was found in: the whole chain is looked through for it once. */
const sealedIn = new WeakMap<Deployment, { epoch: number; block: bigint }>();

async function sealOf(deployment: Deployment, epoch: number, toBlock: bigint) {
  const find = async (fromBlock: bigint, upTo: bigint) => {
    const seals = await publicClient().getContractEvents({
      ...{ address: deployment.contracts.settlement, abi: settlementAbi, eventName: "Sealed" },
      ...{ args: { id: BigInt(epoch) }, fromBlock, toBlock: upTo, strict: true },
    });
    return seals.at(-1);
  };
  const known = sealedIn.get(deployment);
  // Looked up again in its block: a reorganisation may have moved it.
  const isKnown = known?.epoch === epoch && known.block <= toBlock;
  const seal =
    (isKnown && (await find(known.block, known.block))) || (await find(BigInt(deployment.startBlock), toBlock));
  if (!seal) throw new Error(`the chain shows no seal of epoch ${epoch} up to block ${toBlock}; try again in a moment`);
  sealedIn.set(deployment, { epoch, block: seal.blockNumber });
  return seal;
}
