import { type Address, zeroAddress } from "viem";
import { openAbi } from "../abi/open.ts";
import { stakingAbi } from "../abi/staking.ts";
import type { Tools } from "../tx/flow.ts";
import { delegateOf } from "./delegate.ts";
import { votesOf } from "./governor.ts";

/** Who votes with an account's OPEN, as the chain has it. Amounts in wei; null delegates: nobody. */
export type Delegation = {
  held: { amount: bigint; to: Address | null };
  staked: {
    to: Address | null /** Votes of staked OPEN that the delegate has, of all who named it. */;
    delegateHas: bigint;
  };
  /** What the account itself can vote with now. */
  votes: bigint;
};

export async function readDelegation(tools: Tools): Promise<Delegation> {
  const { port, network } = tools;
  const { open, staking } = network.deployment.contracts;
  const [amount, held, staked, votes] = await Promise.all([
    port.read<bigint>({ address: open, abi: openAbi, functionName: "balanceOf", args: [port.account] }),
    delegateOf(tools, "held"),
    delegateOf(tools, "staked"),
    votesOf(tools, port.account),
  ]);
  const delegateHas =
    staked === zeroAddress
      ? 0n
      : await port.read<bigint>({ address: staking, abi: stakingAbi, functionName: "getVotes", args: [staked] });
  const named = (to: Address) => (to === zeroAddress ? null : to);
  return { held: { amount, to: named(held) }, staked: { to: named(staked), delegateHas }, votes };
}
