import { escrowAbi } from "../../../lib/abi/escrow.ts";
import { settlementAbi } from "../../../lib/abi/settlement.ts";
import { publicClient } from "../../../lib/chain/clients.ts";
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
  const { contracts, startBlock } = deployment;
  const client = publicClient();
  const seals = await client.getContractEvents({
    ...{ address: contracts.settlement, abi: settlementAbi, eventName: "Sealed", args: { id: BigInt(epoch) } },
    ...{ fromBlock: BigInt(startBlock), toBlock, strict: true },
  });
  const seal = seals.at(-1);
  if (!seal) throw new Error(`the chain shows no seal of epoch ${epoch} up to block ${toBlock}; try again in a moment`);
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
