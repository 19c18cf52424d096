import type { Address, Hex } from "viem";
import { verdictTypedData } from "../ledger/index.ts";
import { postJson } from "../tx/api.ts";
import type { Flow } from "../tx/flow.ts";

export type SignVerdictRequest = {
  caseId: bigint;
  /** Registry id; the account owns it. */
  validator: bigint;
  /** Of the disputed epoch; the zero address for other cases. */
  settlement: Address;
  guilty: boolean;
  /** 32 zero bytes but for an epoch. */
  recomputedRoot: Hex;
  slashBps: number;
};

export type SignVerdictFacts = { kept: boolean };

/** Signs what a validator says about a case; the signature is kept, for everybody to see, until two thirds of the stake have signed the same. */
export const signVerdictFlow: Flow<SignVerdictRequest, SignVerdictFacts> = {
  name: "signVerdict",
  plan: async () => ({ facts: { kept: false }, steps: ["sign"] }),
  title: (_, { caseId, guilty }) => `Sign on case ${caseId}: claim ${guilty ? "upheld" : "refused"}`,

  async act(_, { validator, ...verdict }, __, tools) {
    const { chainId } = tools.network.deployment;
    const { caseId, guilty, recomputedRoot, slashBps } = verdict;
    return {
      kind: "signAndAsk",
      message: verdictTypedData({ chainId, arbiter: tools.network.deployment.contracts.arbiter }, verdict),
      request: (signature) =>
        postJson(`/api/v1/cases/${caseId}/votes`, { validator, guilty, recomputedRoot, slashBps, signature }),
    };
  },

  learn: () => ({ kept: true }),
};
