import { escrowAbi } from "../../lib/abi/escrow.ts";
import { openAbi } from "../../lib/abi/open.ts";
import { settlementAbi } from "../../lib/abi/settlement.ts";
import { assetKind } from "../../lib/chain/assetKind.ts";
import type { Session } from "./session.ts";

/** Counts of what is there. `conservation_diff` is in wei and comes from the chain alone. */
export async function summarise(session: Session) {
  const [counts] = await session.sql<Record<string, number>[]>`
    select
      (select count(*)::int from indexer.asset where kind = ${assetKind.datanet}) as datanets,
      (select count(*)::int from indexer.contribution) as contributions,
      (select count(*)::int from indexer.contribution where status = 'accepted') as accepted,
      (select count(*)::int from indexer.contribution where status = 'rejected') as rejected,
      (select count(*)::int from indexer.asset where kind = ${assetKind.model}) as models,
      (select count(*)::int from gateway.receipt) as receipts,
      (select count(*)::int from worker.attribution) as attributed,
      (select count(*)::int from indexer.epoch where state = 'posted') as epochs,
      (select count(*)::int from indexer.claim) as claims`;
  return { ...counts, conservation_diff: String(await conservationDiff(session)) };
}

/**
 * What the settlement holds, plus all claims, less all funding; and what it was funded with by fees, less what payers were charged. Both
 * are zero, in wei, or money was made or lost. @returns the sum of their absolute values.
 */
async function conservationDiff({ client, contracts }: Session): Promise<bigint> {
  const all = { fromBlock: 0n, strict: true } as const;
  const settlement = { address: contracts.settlement, abi: settlementAbi, ...all } as const;
  const [held, funded, claimed, collected] = await Promise.all([
    client.readContract({
      address: contracts.open,
      abi: openAbi,
      functionName: "balanceOf",
      args: [contracts.settlement],
    }),
    client.getContractEvents({ ...settlement, eventName: "Funded" }),
    client.getContractEvents({ ...settlement, eventName: "Claimed" }),
    client.getContractEvents({ address: contracts.escrow, abi: escrowAbi, ...all, eventName: "Collected" }),
  ]);
  const sum = (events: { args: { amount: bigint } }[]) => events.reduce((total, { args }) => total + args.amount, 0n);
  const FEES = 0;
  const settlementDiff = held + sum(claimed) - sum(funded);
  const escrowDiff = sum(funded.filter(({ args }) => args.source === FEES)) - sum(collected);
  return abs(settlementDiff) + abs(escrowDiff);
}

const abs = (value: bigint) => (value < 0n ? -value : value);
