import type { Address } from "viem";
import type { Tools } from "../tx/flow.ts";
import { stakePositionOf, stakingCall } from "./stakePosition.ts";

/** A position, its pool and its rewards as the chain has them now. Amounts in wei; `dueDollar` in units of the stable token. */
export async function readLive(tools: Tools, target: bigint) {
  const { open, dollar } = tools.network.deployment.contracts;
  const dueOf = (token: Address) =>
    tools.port.read<bigint>(stakingCall(tools, "dueOf", [target, tools.port.account, token]));
  const [{ shares, thawing, thawedAt }, pool, due, dueDollar] = await Promise.all([
    stakePositionOf(tools, target),
    tools.port.read<{ tokens: bigint; shares: bigint; earning: bigint }>(stakingCall(tools, "poolOf", [target])),
    dueOf(open),
    dollar ? dueOf(dollar) : 0n,
  ]);
  const thawsAt = thawing > 0n ? thawedAt : null;
  const { tokens: poolTokens, shares: poolShares, earning: poolEarning } = pool;
  return { shares, thawing, thawsAt, poolTokens, poolShares, poolEarning, due, dueDollar };
}
