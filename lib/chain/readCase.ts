import { type Hex, zeroAddress } from "viem";
import { arbiterAbi } from "../abi/arbiter.ts";
import { settlementAbi } from "../abi/settlement.ts";
import { stakingAbi } from "../abi/staking.ts";
import { targetPayee } from "../ledger/index.ts";
import { publicClient, readDeployment } from "./clients.ts";

export type CaseOnChain = {
  /** Wei of OPEN that all validators had before the case came up. */
  total: bigint;
  /** Wei of each validator that was asked for, by registry id. */
  weights: Map<bigint, bigint>;
  /** Of the epoch it is about, as posted; null for other cases. */
  root: Hex | null;
};

/** What the arbiter will weigh a case by, from the chain itself. @param validators registry ids */
export async function readCase(caseId: bigint, validators: readonly bigint[]): Promise<CaseOnChain> {
  const { arbiter, staking } = readDeployment().contracts;
  const client = publicClient();
  const { openedAt, settlement, id } = await client.readContract({
    address: arbiter,
    abi: arbiterAbi,
    functionName: "caseOf",
    args: [caseId],
  });
  const stakes = { address: staking, abi: stakingAbi };
  const posted =
    settlement === zeroAddress
      ? null
      : client.readContract({ address: settlement, abi: settlementAbi, functionName: "epochOf", args: [id] });
  const [epoch, total, ...weights] = await Promise.all([
    posted,
    client.readContract({ ...stakes, functionName: "totalStakeAt", args: [openedAt - 1] }),
    ...validators.map((id) =>
      client.readContract({ ...stakes, functionName: "stakeAt", args: [BigInt(targetPayee(id)), openedAt - 1] }),
    ),
  ]);
  const byId = new Map(validators.map((id, i) => [id, weights[i]!]));
  return { total, weights: byId, root: epoch?.root ?? null };
}
