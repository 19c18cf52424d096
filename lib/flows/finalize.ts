import type { Hex } from "viem";
import { curationAbi } from "../abi/curation.ts";
import { curationStatus } from "../chain/enums.ts";
import { formatPlural } from "../format/number.ts";
import type { Flow, Tools } from "../tx/flow.ts";

export type FinalizeRequest = {
  contribution: bigint;
  /** Ascending by validator. */
  reviews: { validator: bigint; accept: boolean; score: number; reasonHash: Hex; signature: Hex }[];
};

export type FinalizeFacts = { decided: boolean };

const DECIDED: readonly number[] = [curationStatus.accepted, curationStatus.rejected];

/** Decides a contribution by the reviews that were signed for it. Anybody may. */
export const finalizeFlow: Flow<FinalizeRequest, FinalizeFacts> = {
  name: "finalize",
  plan: async () => ({ facts: { decided: false }, steps: ["finalize"] }),
  title: (_, { contribution, reviews }) =>
    `Decide contribution ${contribution} by ${formatPlural(reviews.length, "review")}`,
  act: async (_, { contribution, reviews }, __, tools) => ({
    kind: "write",
    call: curationCall(tools, "finalize", [contribution, reviews]),
  }),
  learn: () => ({ decided: true }),

  /** It is decided once: whoever sent it, it is done. */
  async recover(_, { contribution }, __, tools) {
    const { status } = await tools.port.read<{ status: number }>(curationCall(tools, "contributionOf", [contribution]));
    return DECIDED.includes(status) ? { decided: true } : null;
  },
};

const curationCall = ({ network }: Tools, functionName: string, args: readonly unknown[]) => ({
  address: network.deployment.contracts.curation,
  abi: curationAbi,
  functionName,
  args,
});
