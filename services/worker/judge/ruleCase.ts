import type { Hex } from "viem";
import { arbiterAbi } from "../../../lib/abi/arbiter.ts";
import { contractOwned } from "../../../lib/chain/contractOwned.ts";
import type { Deployment } from "../../../lib/chain/deployment.ts";
import { verdictKey } from "../../../lib/chain/groupVerdicts.ts";
import { revertOf } from "../../../lib/chain/revertOf.ts";
import type { CaseVote } from "../../../lib/db/gateway/caseVotes.ts";
import { MinedRevert, transact } from "../transact.ts";
import type { Judgement } from "./judgementOf.ts";

/** Reverts of the arbiter that are about one vote, whose validator they name. */
const REFUSALS = new Set(["Arbiter_Unordered", "Arbiter_NoStake", "Arbiter_Conflicted", "Arbiter_BadSignature"]);

/** Owners' code may run: how much it may cost, for the verdict and for each vote. */
const GAS = { verdict: 1_000_000n, vote: 200_000n };

type Wallet = Parameters<typeof transact>[0];
type Ruling = { judgement: Judgement; tx: Hex };

/**
 * Has a case ruled by the votes there are (of each verdict ascending by validator), if two thirds of the stake agree: the arbiter itself is asked,
 * and votes that it would refuse, their validator having changed hands since, say, are left out. @returns null while no verdict has enough.
 * @throws MinedRevert where a verdict had enough when it was simulated and reverted when it was mined
 */
export async function ruleCase(
  wallet: Wallet,
  deployment: Deployment,
  caseId: bigint,
  votes: readonly CaseVote[],
): Promise<Ruling | null> {
  let burnt: MinedRevert | null = null;
  for (const same of Map.groupBy(votes, verdictKey).values()) {
    const { guilty, recomputedRoot, slashBps } = same[0]!;
    const judgement = { guilty, recomputedRoot, slashBps };
    try {
      const tx = await rule(wallet, deployment, caseId, judgement, same);
      if (tx) return { judgement, tx };
    } catch (error) {
      if (!(error instanceof MinedRevert)) throw error;
      burnt = error; // another verdict may stand
    }
  }
  if (burnt) throw burnt;
  return null;
}

async function rule(
  wallet: Wallet,
  deployment: Deployment,
  caseId: bigint,
  judgement: Judgement,
  votes: readonly CaseVote[],
): Promise<Hex | null> {
  if (votes.length === 0) return null;
  const signed = votes.map(({ validator, signature }) => ({ validator, signature }));
  const without = (left: readonly bigint[]) =>
    rule(
      wallet,
      deployment,
      caseId,
      judgement,
      votes.filter(({ validator }) => !left.includes(validator)),
    );
  try {
    return await transact(wallet, {
      ...{ address: deployment.contracts.arbiter, abi: arbiterAbi, functionName: "rule" },
      args: [caseId, judgement, signed],
      gas: GAS.verdict + GAS.vote * BigInt(votes.length),
    });
  } catch (error) {
    if (error instanceof MinedRevert) {
      const ids = votes.map(({ validator }) => validator);
      const suspects = await contractOwned(deployment, ids);
      const tx = suspects.length > 0 ? await without(suspects) : null;
      if (tx) return tx;
      throw error; // costs as much each time: the caller has to wait
    }
    const revert = revertOf(error);
    if (!revert) throw error;
    if (!REFUSALS.has(revert.name)) return null; // too little stake, ruled meanwhile, or the settlement is paused
    return without([revert.args[0] as bigint]);
  }
}
