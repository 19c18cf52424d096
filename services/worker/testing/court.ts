import { type Address, parseEther, zeroHash } from "viem";
import { arbiterAbi } from "../../../lib/abi/arbiter.ts";
import { openAbi } from "../../../lib/abi/open.ts";
import { registryAbi } from "../../../lib/abi/registry.ts";
import { stakingAbi } from "../../../lib/abi/staking.ts";
import { assetKind } from "../../../lib/chain/assetKind.ts";
import type { publicClient } from "../../../lib/chain/clients.ts";
import type { Deployment } from "../../../lib/chain/deployment.ts";
import { targetPayee, verdictTypedData } from "../../../lib/ledger/index.ts";
import type { Keyed } from "./keyed.ts";

type Chain = Pick<ReturnType<typeof publicClient>, "readContract">;
type Send = (from: Keyed, address: Address, abi: never, functionName: string, args: unknown[]) => Promise<unknown>;

/** So much that no other validator of a test keeps it below two thirds. */
export const JUDGE_STAKE = parseEther("200000");
const NO_SPLIT = { provider: 0, owner: 0, contributors: 0, stakers: 0 };

/** A validator who holds the OPEN to stake. @returns its verdicts about disputed epochs, which decide alone */
export async function court(chain: Chain, { chainId, contracts: at }: Deployment, judge: Keyed, send: Send) {
  const call = (address: Address, abi: unknown, functionName: string, args: unknown[]) =>
    send(judge, address, abi as never, functionName, args);
  await call(at.registry, registryAbi, "register", [assetKind.validator, NO_SPLIT, zeroHash, [], "ipfs://validator"]);
  const validator = await chain.readContract({ address: at.registry, abi: registryAbi, functionName: "count" });
  await call(at.open, openAbi, "approve", [at.staking, JUDGE_STAKE]);
  await call(at.staking, stakingAbi, "stake", [BigInt(targetPayee(validator)), JUDGE_STAKE]);

  /** @param slashBps of the attributor's pool */
  return async (epoch: bigint, guilty: boolean, slashBps: number) => {
    await call(at.arbiter, arbiterAbi, "openEpoch", [at.settlement, epoch, zeroHash]);
    const caseId = await chain.readContract({ address: at.arbiter, abi: arbiterAbi, functionName: "count" });
    const verdict = { guilty, recomputedRoot: zeroHash, slashBps };
    const typed = verdictTypedData({ chainId, arbiter: at.arbiter }, { settlement: at.settlement, caseId, ...verdict });
    const votes = [{ validator, signature: await judge.signTypedData(typed) }];
    await call(at.arbiter, arbiterAbi, "rule", [caseId, verdict, votes]);
  };
}
