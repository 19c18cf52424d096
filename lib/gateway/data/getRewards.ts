import type { Address, Hex } from "viem";
import { settlementAbi } from "../../abi/settlement.ts";
import { publicClient } from "../../chain/clients.ts";
import { activityOf } from "../../db/gateway/rewards.ts";
import { entitlementOf } from "../../db/queries/entitlement.ts";
import { leavesOfEpoch } from "../../db/settlementFiles.ts";
import { addressPayee, buildSumTree, payeeAddress, type SumTree } from "../../ledger/index.ts";
import type { Gateway } from "../Gateway.ts";
import { addressOf } from "../http/fields.ts";
import { json } from "../http/respond.ts";
import { readEpochs } from "./readEpochs.ts";
import { reasonForNothing } from "./reasonForNothing.ts";

const PAYEE = /^0x[0-9a-fA-F]{64}$/;

/**
 * `GET /api/v1/rewards/{address}`: what an account has earned, in wei, and the claim that takes out what it can. A claim stays valid when
 * newer epochs come. A staking pool is asked for by its payee: 2^160 + registry id, as 32 bytes.
 */
export async function getRewards(gateway: Gateway, segment: string): Promise<Response> {
  const payee = PAYEE.test(segment) ? (segment.toLowerCase() as Hex) : addressPayee(addressOf(segment));
  const { sql, chain, deployment } = gateway;
  const [block, now] = await Promise.all([publicClient().getBlockNumber({ cacheTime: 0 }), chain.time()]);
  const [epochs, paid] = await Promise.all([readEpochs(deployment, now, block), paidTo(gateway, payee, block)]);
  const [amounts, activity] = await Promise.all([
    entitlementOf(sql, payee, epochs, paid),
    activityOf(sql, payeeAddress(payee) ?? payee, payee),
  ]);
  const isDue = amounts.claimable > 0n;
  return json({
    ...amounts,
    claim: isDue ? await claimOf(gateway, epochs.accepted, payee) : null,
    reason: isDue ? null : reasonForNothing({ ...activity, ...amounts, epochs, now }),
  });
}

async function paidTo({ deployment }: Gateway, payee: Hex, blockNumber: bigint): Promise<bigint> {
  return publicClient().readContract({
    address: deployment.contracts.settlement as Address,
    abi: settlementAbi,
    functionName: "claimed",
    args: [payee],
    blockNumber,
  });
}

async function claimOf(gateway: Gateway, epoch: number, payee: Hex) {
  const { leaves, tree } = await treeOf(gateway, epoch);
  const index = leaves.findIndex((leaf) => leaf.payee === payee);
  return { epoch, index, payee, amount: leaves[index]!.amount, proof: tree.proofOf(index) };
}

type Tree = { leaves: { payee: Hex; amount: bigint }[]; tree: SumTree };
let newest: { epoch: number; tree: Promise<Tree> } | undefined;

/** All claims come from the newest accepted epoch: one tree is kept. */
function treeOf({ sql }: Gateway, epoch: number): Promise<Tree> {
  if (newest?.epoch === epoch) return newest.tree;
  const tree = leavesOfEpoch(sql, epoch).then((leaves) => ({ leaves, tree: buildSumTree(leaves) }));
  const fresh = { epoch, tree };
  newest = fresh;
  tree.catch(() => {
    if (newest === fresh) newest = undefined;
  });
  return tree;
}
