import type { Hex } from "viem";
import { type Ballot, ballotTypedData } from "../governance/ballot.ts";
import { supports } from "../governance/support.ts";
import { postJson } from "../tx/api.ts";
import type { Flow, Result } from "../tx/flow.ts";
import { isIndexed } from "../tx/indexed.ts";
import type { CastVoteRequest } from "./castVote.ts";
import { governorCall, mustCount } from "./governor.ts";
import { voteOf } from "./voteOf.ts";

export type SignVoteRequest = CastVoteRequest & {
  /** Hand it to this server, which pays the gas: local chains only. */
  relay: boolean;
};

export type SignVoteFacts = {
  /** Of the governor for this voter: one more signed ballot makes the earlier ones void. */
  nonce: bigint;
  weight: bigint;
  signature: Hex | null;
  /** Where the relayed ballot was counted. */
  block: number | null;
};

/** Votes without gas: signs a ballot that anybody may submit, and on a local chain has the server submit it. */
export const signVoteFlow: Flow<SignVoteRequest, SignVoteFacts> = {
  name: "signVote",

  async plan({ proposal, relay }, tools) {
    const { account } = tools.port;
    const weight = await mustCount(tools, proposal, account);
    const nonce = await tools.port.read<bigint>(governorCall(tools, "nonces", [account]));
    const steps = relay ? ["sign", "relay", "index"] : ["sign"];
    return { facts: { nonce, weight, signature: null, block: null }, steps };
  },

  title(step, { support }) {
    if (step === "sign") return `Sign a ballot ${supports[support]}`;
    return step === "relay" ? "This server submits it and pays the gas" : "Wait until it is counted here";
  },

  async act(step, request, facts, tools) {
    const { chainId, contracts } = tools.network.deployment;
    if (step === "relay")
      return {
        kind: "ask",
        request: () => postJson("/api/local/ballot", ballotOf(request, facts, tools.port.account)),
      };
    if (step === "index") return { kind: "ask", request: () => isIndexed(facts.block!) };
    const message = { ...request, voter: tools.port.account, nonce: facts.nonce };
    return { kind: "sign", message: ballotTypedData({ chainId, governor: contracts.governor }, message) };
  },

  learn(step, result, _, facts) {
    if (step === "sign") return { ...facts, signature: (result as Extract<Result, { kind: "sign" }>).signature };
    if (step === "index") return facts;
    const { block } = (result as Extract<Result, { kind: "ask" }>).answer as { block: number };
    return { ...facts, block };
  },

  /** A signature is only known to who received it: another is asked for. A ballot counts once, whoever submitted it. */
  async recover(step, { proposal }, facts, tools) {
    if (step !== "relay") return null;
    return (await voteOf(tools, proposal, tools.port.account)) === null ? null : { ...facts, block: 0 };
  },
};

/** The signed ballot; null until it is signed. */
export const ballotOf = (
  { proposal, support, reason }: CastVoteRequest,
  { signature }: Pick<SignVoteFacts, "signature">,
  voter: Ballot["voter"],
): Ballot | null => (signature ? { proposal, support, reason, voter, signature } : null);
