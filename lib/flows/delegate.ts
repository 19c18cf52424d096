import { type Address, isAddressEqual } from "viem";
import { openAbi } from "../abi/open.ts";
import { stakingAbi } from "../abi/staking.ts";
import { shortHex } from "../format/address.ts";
import { targetAsset } from "../ledger/payee.ts";
import type { Flow, Tools } from "../tx/flow.ts";
import type { Call } from "../tx/port.ts";

export type DelegateRequest = {
  /** OPEN in the wallet, or OPEN staked: each is delegated where it is. */
  kind: "held" | "staked";
  to: Address;
  /** Pools whose stake of the account is to be counted: stakes from before the first delegation are not, by themselves. */
  targets: bigint[];
};

export type DelegateFacts = { before: Address };

/** Says who votes with the account's OPEN. Delegating to oneself is what makes one's own OPEN vote; it moves no token. */
export const delegateFlow: Flow<DelegateRequest, DelegateFacts> = {
  name: "delegate",

  async plan({ kind, to, targets }, tools) {
    const before = await delegateOf(tools, kind);
    const counts = kind === "staked" ? targets.map((target) => `count-${target}`) : [];
    return { facts: { before }, steps: [...(isAddressEqual(before, to) ? [] : ["delegate"]), ...counts] };
  },

  title(step, { kind, to }) {
    if (step === "delegate") return `Delegate ${kind} OPEN to ${shortHex(to)}`;
    return `Count the stake on pool ${targetAsset(BigInt(step.slice("count-".length)))}`;
  },

  async act(step, { kind, to }, _, tools) {
    if (step === "delegate") return { kind: "write", call: call(tools, kind, "delegate", [to]) };
    const target = BigInt(step.slice("count-".length));
    return { kind: "write", call: call(tools, "staked", "count", [target, tools.port.account]) };
  },

  learn: (_, __, ___, facts) => facts,

  /** Counting again changes nothing. */
  async recover(step, { kind, to }, facts, tools) {
    return step === "delegate" && isAddressEqual(await delegateOf(tools, kind), to) ? facts : null;
  },
};

/** Whom the account's OPEN is delegated to; the zero address: nobody, so it does not vote. */
export const delegateOf = (tools: Tools, kind: DelegateRequest["kind"]): Promise<Address> =>
  tools.port.read<Address>(call(tools, kind, "delegates", [tools.port.account]));

const call = ({ network }: Tools, kind: DelegateRequest["kind"], functionName: string, args: unknown[]): Call => {
  const { open, staking } = network.deployment.contracts;
  return kind === "held"
    ? { address: open, abi: openAbi, functionName, args }
    : { address: staking, abi: stakingAbi, functionName, args };
};
