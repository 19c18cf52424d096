import type { Hex } from "viem";
import { settlementAbi } from "../abi/settlement.ts";
import { formatOpen } from "../format/money.ts";
import type { Flow } from "../tx/flow.ts";

/** One payee's leaf and its proof, as Settlement takes them. `amount` is cumulative, in wei. */
export type Claim = { epoch: bigint; index: bigint; payee: Hex; amount: bigint; proof: Hex };

export type ClaimRequest = {
  claims: Claim[];
  /** Wei that this pays out: cumulative amounts less what was claimed before. */
  pays: bigint;
};

/** Takes out everything that is due in one transaction. Anyone may send it; the money goes to the payee. */
export const claimFlow: Flow<ClaimRequest, null> = {
  name: "claim",
  plan: async () => ({ facts: null, steps: ["claim"] }),
  title: (_, { pays }) => `Claim ${formatOpen(pays, "precise")} OPEN`,
  async act(_, { claims }, __, { network }) {
    const settlement = { address: network.deployment.contracts.settlement, abi: settlementAbi };
    const [only] = claims;
    return claims.length === 1
      ? { kind: "write", call: { ...settlement, functionName: "claim", args: [only] } }
      : { kind: "write", call: { ...settlement, functionName: "claimMany", args: [claims] } };
  },
  learn: () => null,
};
