import { type Address, encodeAbiParameters, type Hex, keccak256, parseAbiParameters, stringToHex } from "viem";

/** What is voted on: calls that the timelock makes, in this order, and why. */
export type ProposalContent = {
  targets: readonly Address[];
  /** Wei of the chain's coin sent along. */
  amounts: readonly bigint[];
  calldatas: readonly Hex[];
  description: string;
};

const parts = parseAbiParameters("address[], uint256[], bytes[], bytes32");

export const descriptionHash = (description: string): Hex => keccak256(stringToHex(description));

/** The governor's id of a proposal (`hashProposal`): the same content is the same proposal. */
export const proposalId = ({ targets, amounts, calldatas, description }: ProposalContent): bigint =>
  BigInt(keccak256(encodeAbiParameters(parts, [targets, amounts, calldatas, descriptionHash(description)])));
