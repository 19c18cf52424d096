import { formatOpen } from "../format/money.ts";
import type { Flow } from "../tx/flow.ts";
import { allowanceOf, approve } from "./approve.ts";
import { stakingCall, stakingEvents } from "./stakePosition.ts";

export type StakeRequest = {
  /** 2^160 + registry id. */
  target: bigint;
  /** What the target is called, for the steps. */
  name: string;
  /** Wei. */
  amount: bigint;
};

/** How often the account had staked on this target before: one more is the one under way. */
export type StakeFacts = { before: number };

/** Puts OPEN behind an asset: approves it if need be, then stakes. */
export const stakeFlow: Flow<StakeRequest, StakeFacts> = {
  name: "stake",

  async plan({ target, amount }, tools) {
    const [allowance, staked] = await Promise.all([
      allowanceOf(tools, tools.network.deployment.contracts.staking),
      stakingEvents(tools, "Staked", target),
    ]);
    return { facts: { before: staked.length }, steps: allowance < amount ? ["approve", "stake"] : ["stake"] };
  },

  title: (step, { amount, name }) =>
    step === "approve"
      ? `Allow ${formatOpen(amount, "full")} OPEN`
      : `Stake ${formatOpen(amount, "full")} OPEN on ${name}`,

  async act(step, { target, amount }, _, tools) {
    if (step === "approve") return approve(tools, tools.network.deployment.contracts.staking, amount);
    return { kind: "write", call: stakingCall(tools, "stake", [target, amount]) };
  },

  learn: (_, __, ___, facts) => facts,

  async recover(step, { target, amount }, facts, tools) {
    if (step === "approve")
      return (await allowanceOf(tools, tools.network.deployment.contracts.staking)) >= amount ? facts : null;
    const staked = await stakingEvents(tools, "Staked", target);
    return staked[facts.before]?.amount === amount ? facts : null;
  },
};
