import { setTimeout as sleep } from "node:timers/promises";
import { escrowAbi } from "../../lib/abi/escrow.ts";
import { openAbi } from "../../lib/abi/open.ts";
import { settlementAbi } from "../../lib/abi/settlement.ts";
import { assetKind } from "../../lib/chain/assetKind.ts";
import { indexDifferences } from "../index/indexDifferences.ts";
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
      (select count(*)::int from indexer.claim) as claims,
      (select count(*)::int from indexer.proposal) as proposals,
      (select count(*)::int from indexer.court_case) as cases`;
  const conservation_diff = String(await conservationDiff(session));
  return { ...counts, conservation_diff, ...(await indexSummary(session)) };
}

/** How much of the index was compared with the contracts, and how much of it they say otherwise when the indexer has had time to follow. */
async function indexSummary({ sql, deployment, rpcUrl, say }: Session) {
  const compare = () => indexDifferences(sql, deployment, rpcUrl);
  let { compared, differences } = await compare();
  for (let tries = 0; differences.length > 0 && tries < 10; tries++) {
    await sleep(1_000);
    ({ compared, differences } = await compare());
  }
  for (const difference of differences) say(difference);
  return { index_compared: compared, index_diff: differences.length };
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
