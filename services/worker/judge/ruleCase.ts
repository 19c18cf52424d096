import type { Address, Hex } from "viem";
import { arbiterAbi } from "../../../lib/abi/arbiter.ts";
import { verdictKey } from "../../../lib/chain/groupVerdicts.ts";
import { revertOf } from "../../../lib/chain/revertOf.ts";
import type { CaseVote } from "../../../lib/db/gateway/caseVotes.ts";
import { transact } from "../transact.ts";
import type { Judgement } from "./judgementOf.ts";

/** Reverts of the arbiter that are about one vote, whose validator they name. */
const REFUSALS = new Set(["Arbiter_Unordered", "Arbiter_NoStake", "Arbiter_Conflicted", "Arbiter_BadSignature"]);

type Wallet = Parameters<typeof transact>[0];

/**
 * Has a case ruled by the votes there are (ascending by validator), if two thirds of the stake agree: the arbiter itself is asked, and votes
 * that it would refuse, their validator having changed hands since, say, are left out. @returns null while no verdict has enough.
 */
export async function ruleCase(
  wallet: Wallet,
  arbiter: Address,
  caseId: bigint,
  votes: readonly CaseVote[],
): Promise<{ judgement: Judgement; tx: Hex } | null> {
  for (const same of Map.groupBy(votes, verdictKey).values()) {
    const { guilty, recomputedRoot, slashBps } = same[0]!;
    const judgement = { guilty, recomputedRoot, slashBps };
    const tx = await rule(wallet, arbiter, caseId, judgement, same);
    if (tx) return { judgement, tx };
  }
  return null;
}

async function rule(
  wallet: Wallet,
  arbiter: Address,
  caseId: bigint,
  judgement: Judgement,
  votes: readonly CaseVote[],
): Promise<Hex | null> {
  if (votes.length === 0) return null;
  const signed = votes.map(({ validator, signature }) => ({ validator, signature }));
  try {
    const call = { address: arbiter, abi: arbiterAbi, functionName: "rule", args: [caseId, judgement, signed] };
    return await transact(wallet, call);
  } catch (error) {
    const revert = revertOf(error);
    if (!revert) throw error;
    if (!REFUSALS.has(revert.name)) return null; // too little stake, ruled meanwhile, or the settlement is paused
    const heard = votes.filter(({ validator }) => validator !== revert.args[0]);
    return rule(wallet, arbiter, caseId, judgement, heard);
  }
}
