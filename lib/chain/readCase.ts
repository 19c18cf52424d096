import type { Address } from "viem";
import { arbiterAbi } from "../abi/arbiter.ts";
import { stakingAbi } from "../abi/staking.ts";
import { targetPayee } from "../ledger/index.ts";
import { publicClient, readDeployment } from "./clients.ts";

export type CaseOnChain = {
  accused: Address;
  challenger: Address;
  /** Wei of OPEN that all validators had before the case came up. */
  total: bigint;
  /** Wei of each validator that was asked for, by registry id. */
  weights: Map<bigint, bigint>;
};

/** What the arbiter will weigh a case by, from the chain itself. @param validators registry ids */
export async function readCase(caseId: bigint, validators: readonly bigint[]): Promise<CaseOnChain> {
  const { arbiter, staking } = readDeployment().contracts;
  const client = publicClient();
  const { accused, challenger, openedAt } = await client.readContract({
    address: arbiter,
    abi: arbiterAbi,
    functionName: "caseOf",
    args: [caseId],
  });
  const stakes = { address: staking, abi: stakingAbi };
  const [total, ...weights] = await Promise.all([
    client.readContract({ ...stakes, functionName: "totalStakeAt", args: [openedAt - 1] }),
    ...validators.map((id) =>
      client.readContract({ ...stakes, functionName: "stakeAt", args: [BigInt(targetPayee(id)), openedAt - 1] }),
    ),
  ]);
  return { accused, challenger, total: total!, weights: new Map(validators.map((id, i) => [id, weights[i]!])) };
}
