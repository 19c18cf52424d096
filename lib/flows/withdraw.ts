import { type Log, parseEventLogs } from "viem";
import { escrowAbi } from "../abi/escrow.ts";
import { formatOpen } from "../format/money.ts";
import type { Flow, Result, Tools } from "../tx/flow.ts";

export type WithdrawRequest = {
  /** Wei that have thawed: what comes out is this, or what later answers have left of it. */
  thawed: bigint;
};

export type WithdrawFacts = {
  /** How often the account had withdrawn before. */
  earlier: number;
  /** Wei that came out; null until they have. */
  withdrawn: bigint | null;
};

/** Takes out the deposit that has thawed. */
export const withdrawFlow: Flow<WithdrawRequest, WithdrawFacts> = {
  name: "withdraw",
  plan: async (_, tools) => ({
    facts: { earlier: (await withdrawals(tools)).length, withdrawn: null },
    steps: ["withdraw"],
  }),
  title: (_, { thawed }) => `Withdraw ${formatOpen(thawed, "full")} OPEN`,
  async act(_, __, ___, { network }) {
    const { contracts, gateway } = network.deployment;
    return {
      kind: "write",
      call: { address: contracts.escrow, abi: escrowAbi, functionName: "withdraw", args: [gateway] },
    };
  },

  learn(_, result, __, facts) {
    const { logs } = (result as Extract<Result, { kind: "write" }>).outcome;
    const [event] = parseEventLogs({ abi: escrowAbi, eventName: "Withdrawn", logs: logs as Log[] });
    if (!event) throw new Error("The transaction holds no Withdrawn event.");
    return { ...facts, withdrawn: event.args.amount };
  },

  async recover(_, __, facts, tools) {
    const amount = (await withdrawals(tools))[facts.earlier];
    return amount === undefined ? null : { ...facts, withdrawn: amount };
  },
};

/** Wei of every withdrawal of the account at this server's gateway, the oldest first. */
async function withdrawals({ port, network }: Tools): Promise<bigint[]> {
  const { contracts, gateway, startBlock } = network.deployment;
  const events = await port.events({
    address: contracts.escrow,
    abi: escrowAbi,
    eventName: "Withdrawn",
    args: { payer: port.account, gateway },
    fromBlock: BigInt(startBlock),
  });
  return events.map(({ args }) => args.amount as bigint);
}
