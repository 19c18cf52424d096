import { escrowAbi } from "../abi/escrow.ts";
import { formatOpen } from "../format/money.ts";
import type { Flow } from "../tx/flow.ts";
import { escrowAccountOf } from "./escrowAccount.ts";

/** `amount` in wei replaces what was announced before; 0 takes the announcement back. */
export type ThawRequest = { amount: bigint };

/** When the announcement before this one was to end, unix seconds; 0 = there was none. */
export type ThawFacts = { before: number };

/** Announces that unspent deposit is to be taken out; three days later `withdraw` can. */
export const thawFlow: Flow<ThawRequest, ThawFacts> = {
  name: "thaw",
  plan: async (_, tools) => ({ facts: { before: (await escrowAccountOf(tools)).thawedAt }, steps: ["thaw"] }),
  title: (_, { amount }) =>
    amount === 0n ? "Keep the deposit" : `Announce a withdrawal of ${formatOpen(amount, "full")} OPEN`,
  async act(_, { amount }, __, { network }) {
    const { contracts, gateway } = network.deployment;
    return {
      kind: "write",
      call: { address: contracts.escrow, abi: escrowAbi, functionName: "thaw", args: [gateway, amount] },
    };
  },
  learn: (_, __, ___, facts) => facts,

  /** Every announcement ends later than the one before it. */
  async recover(_, { amount }, facts, tools) {
    const account = await escrowAccountOf(tools);
    return account.thawing === amount && account.thawedAt > facts.before ? facts : null;
  },
};
