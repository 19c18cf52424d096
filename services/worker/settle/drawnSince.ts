import { settlementAbi } from "../../../lib/abi/settlement.ts";
import { publicClient } from "../../../lib/chain/clients.ts";
import type { Deployment } from "../../../lib/chain/deployment.ts";
import { drawnBetween, endOfBlock } from "../../../lib/chain/drawnBetween.ts";
import type { WorkerContext } from "../context.ts";

/**
 * Wei drawn from each payer (lower case) after an epoch's seal, up to a block: money of the epochs after it. From events, since nodes
 * soon forget the state of old blocks.
 * @throws Error when the node does not show the seal (yet).
 */
export async function drawnSince(
  { deployment, gateway }: WorkerContext,
  epoch: number,
  toBlock: bigint,
): Promise<Map<string, bigint>> {
  const seal = await sealOf(deployment, epoch, toBlock);
  const parties = { escrow: deployment.contracts.escrow, gateway: gateway.address };
  return drawnBetween(publicClient(), parties, seal, endOfBlock(toBlock));
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
