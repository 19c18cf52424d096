import type { Address } from "viem";
import { escrowAbi } from "../../../lib/abi/escrow.ts";
import { settlementAbi } from "../../../lib/abi/settlement.ts";
import { publicClient } from "../../../lib/chain/clients.ts";
import type { WorkerContext } from "../context.ts";
import { type PayerAccount, payerAccounts } from "./payerAccounts.ts";

/**
 * Accounts as an epoch's seal found them: `spent` and `ceiling` are what had been drawn by then. What is drawn after a seal is money of
 * the next epoch. From events, since nodes soon forget the state of old blocks, and since a draw may share the seal's block.
 * @throws Error when the node does not show the seal (yet).
 */
export async function accountsAtSeal(
  context: WorkerContext,
  epoch: number,
  payers: readonly Address[],
): Promise<PayerAccount[]> {
  if (payers.length === 0) return [];
  const { contracts, startBlock } = context.deployment;
  const client = publicClient();
  const toBlock = await client.getBlockNumber({ cacheTime: 0 });
  const [seal] = await client.getContractEvents({
    ...{ address: contracts.settlement, abi: settlementAbi, eventName: "Sealed", args: { id: BigInt(epoch) } },
    ...{ fromBlock: BigInt(startBlock), toBlock, strict: true },
  });
  if (!seal) throw new Error(`the chain shows no seal of epoch ${epoch} up to block ${toBlock}; try again in a moment`);
  const draws = await client.getContractEvents({
    ...{
      address: contracts.escrow,
      abi: escrowAbi,
      eventName: "Collected",
      args: { gateway: context.gateway.address },
    },
    ...{ fromBlock: seal.blockNumber, toBlock, strict: true },
  });
  const later = new Map<string, bigint>();
  for (const { args, blockNumber, logIndex } of draws) {
    if (blockNumber === seal.blockNumber && logIndex < seal.logIndex) continue;
    const payer = args.payer.toLowerCase();
    later.set(payer, (later.get(payer) ?? 0n) + args.amount);
  }
  const accounts = await payerAccounts(context, payers, toBlock);
  return accounts.map((account) => {
    const spent = account.spent - (later.get(account.payer) ?? 0n);
    return { ...account, spent, ceiling: spent };
  });
}
