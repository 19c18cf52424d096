import { keccak256, stringToBytes } from "viem";
import { reviewTypedData } from "../ledger/index.ts";
import { postJson } from "../tx/api.ts";
import type { Flow } from "../tx/flow.ts";

export type SignReviewRequest = {
  contribution: bigint;
  /** Registry id; the account owns it. */
  validator: bigint;
  accept: boolean;
  /** 0 to 10,000: how new it is, 0 when refused. */
  score: number;
  /** One public sentence. */
  reason: string;
};

export type SignReviewFacts = { kept: boolean };

/** Signs a review; it is kept with its reason until the contribution has as many as its datanet asks for. */
export const signReviewFlow: Flow<SignReviewRequest, SignReviewFacts> = {
  name: "signReview",
  plan: async () => ({ facts: { kept: false }, steps: ["sign"] }),
  title: (_, { contribution, accept }) => `Sign to ${accept ? "accept" : "reject"} contribution ${contribution}`,

  async act(_, { contribution, validator, accept, score, reason: typed }, __, { network }) {
    const { chainId, contracts } = network.deployment;
    const reason = typed.trim(); // as the server keeps it: its hash is what is signed
    const review = { contribution, accept, score, reasonHash: keccak256(stringToBytes(reason)) };
    return {
      kind: "signAndAsk",
      message: reviewTypedData({ chainId, curation: contracts.curation }, review),
      request: (signature) =>
        postJson(`/api/v1/contributions/${contribution}/reviews`, { validator, accept, score, reason, signature }),
    };
  },

  learn: () => ({ kept: true }),
};
