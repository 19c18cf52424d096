import { stakingAbi } from "../abi/staking.ts";
import type { Tools } from "../tx/flow.ts";
import type { Call } from "../tx/port.ts";

/** Of the connected account in one pool, from the chain. */
export type StakePosition = {
  /** That do not thaw. */
  shares: bigint;
  thawing: bigint;
  /** When those can be taken out, unix seconds of chain time; 0 = none thaw. */
  thawedAt: number;
};

/** A call of the staking contract. */
export const stakingCall = ({ network }: Tools, functionName: string, args: readonly unknown[]): Call => ({
  address: network.deployment.contracts.staking,
  abi: stakingAbi,
  functionName,
  args,
});

/** @param target 2^160 + registry id */
export const stakePositionOf = (tools: Tools, target: bigint): Promise<StakePosition> =>
  tools.port.read<StakePosition>(stakingCall(tools, "positionOf", [target, tools.port.account]));

/** The account's events of one kind at a pool, the oldest first. */
export async function stakingEvents(tools: Tools, eventName: string, target: bigint) {
  const { contracts, startBlock } = tools.network.deployment;
  const events = await tools.port.events({
    address: contracts.staking,
    abi: stakingAbi,
    eventName,
    args: { target, who: tools.port.account },
    fromBlock: BigInt(startBlock),
  });
  return events.map(({ args }) => args);
}
