import { curationAbi } from "../abi/curation.ts";
import { curationStatus } from "../chain/enums.ts";
import type { Flow, Tools } from "../tx/flow.ts";

export type ExpireRequest = { contribution: bigint };

export type ExpireFacts = { closed: boolean };

/** Closes a contribution that nobody revealed or decided in time; its bond goes back to its contributor. Anyone may send it. */
export const expireFlow: Flow<ExpireRequest, ExpireFacts> = {
  name: "expire",
  plan: async () => ({ facts: { closed: false }, steps: ["expire"] }),
  title: (_, { contribution }) => `Close contribution ${contribution} and return its bond`,
  act: async (_, { contribution }, __, tools) => ({ kind: "write", call: call(tools, "expire", contribution) }),
  learn: () => ({ closed: true }),

  /** It closes once: whoever sent it, it is done. */
  async recover(_, { contribution }, __, tools) {
    const { status } = await tools.port.read<{ status: number }>(call(tools, "contributionOf", contribution));
    return status === curationStatus.expired ? { closed: true } : null;
  },
};

const call = ({ network }: Tools, functionName: string, id: bigint) => ({
  address: network.deployment.contracts.curation,
  abi: curationAbi,
  functionName,
  args: [id],
});
