import { type Address, getAbiItem, type PublicClient } from "viem";
import { escrowAbi } from "../abi/escrow.ts";

const event = getAbiItem({ abi: escrowAbi, name: "Collected" });

/** Where a log stands on the chain. */
export interface LogPlace {
  blockNumber: bigint;
  logIndex: number;
}

/** The end of a block: after all of its logs. */
export const endOfBlock = (blockNumber: bigint): LogPlace => ({ blockNumber, logIndex: Number.POSITIVE_INFINITY });

/** Before the first log of a block. */
export const startOfBlock = (blockNumber: bigint): LogPlace => ({ blockNumber, logIndex: -1 });

/** Wei that a gateway drew from each payer (lower case) after one place and before another: draws may share a block with either. */
export async function drawnBetween(
  client: Pick<PublicClient, "getLogs">,
  { escrow, gateway }: { escrow: Address; gateway: Address },
  after: LogPlace,
  before: LogPlace,
): Promise<Map<string, bigint>> {
  const range = { fromBlock: after.blockNumber, toBlock: before.blockNumber } as const;
  const draws = await client.getLogs({ ...range, address: escrow, event, args: { gateway }, strict: true });
  const drawn = new Map<string, bigint>();
  for (const { args, ...log } of draws) {
    if (!isBefore(after, log) || !isBefore(log, before)) continue;
    const payer = args.payer.toLowerCase();
    drawn.set(payer, (drawn.get(payer) ?? 0n) + args.amount);
  }
  return drawn;
}

function isBefore(a: LogPlace, b: LogPlace): boolean {
  return a.blockNumber === b.blockNumber ? a.logIndex < b.logIndex : a.blockNumber < b.blockNumber;
}
