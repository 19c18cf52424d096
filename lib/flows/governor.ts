import type { Address } from "viem";
import { openGovernorAbi } from "../abi/opengovernor.ts";
import { votePowerAbi } from "../abi/votepower.ts";
import { FlowError } from "../errors/FlowError.ts";
import { descriptionHash, type ProposalContent } from "../governance/proposalId.ts";
import { type ProposalState, proposalStates } from "../governance/proposalState.ts";
import type { Tools } from "../tx/flow.ts";
import type { Call } from "../tx/port.ts";

/** A proposal as its events have it: the governor keeps only its id, so each call hands over the whole. */
export type Proposed = ProposalContent & { id: bigint };

export const governorCall = (
  { network }: Pick<Tools, "network">,
  functionName: string,
  args: readonly unknown[],
): Call => ({
  address: network.deployment.contracts.governor,
  abi: openGovernorAbi,
  functionName,
  args,
});

/** `queue`, `execute` or `cancel` of a proposal. */
export const proposalCall = (tools: Pick<Tools, "network">, functionName: string, proposal: Proposed): Call =>
  governorCall(tools, functionName, [
    proposal.targets,
    proposal.amounts,
    proposal.calldatas,
    descriptionHash(proposal.description),
  ]);

/** What the chain says of a proposal in its newest block. */
export const stateOf = async (tools: Tools, id: bigint): Promise<ProposalState> =>
  proposalStates[await tools.port.read<number>(governorCall(tools, "state", [id]))]!;

/** When votes of a proposal are weighed, unix seconds; 0 = there is no such proposal. */
export const snapshotOf = async (tools: Tools, id: bigint): Promise<number> =>
  Number(await tools.port.read<bigint>(governorCall(tools, "proposalSnapshot", [id])));

/** Votes of an account now, held and staked, its own and what others delegated to it, in wei. */
export const votesOf = ({ port, network }: Tools, account: Address): Promise<bigint> =>
  port.read<bigint>({
    address: network.deployment.contracts.votePower,
    abi: votePowerAbi,
    functionName: "getVotes",
    args: [account],
  });

/**
 * The votes a ballot would weigh, in wei.
 * @throws FlowError when it would weigh nothing, or the voter has voted: no wallet is asked for that
 */
export async function mustCount(tools: Tools, proposal: bigint, voter: Address): Promise<bigint> {
  const snapshot = await snapshotOf(tools, proposal);
  if (snapshot === 0) throw new FlowError("proposalMoved");
  const [voted, weight] = await Promise.all([
    tools.port.read<boolean>(governorCall(tools, "hasVoted", [proposal, voter])),
    tools.port.read<bigint>(governorCall(tools, "getVotes", [voter, BigInt(snapshot)])),
  ]);
  if (voted) throw new FlowError("alreadyVoted");
  if (weight === 0n) throw new FlowError("noVotes");
  return weight;
}
