import type { Address, Hex } from "viem";
import { openGovernorAbi } from "../abi/opengovernor.ts";
import type { Support } from "../governance/support.ts";
import type { Tools } from "../tx/flow.ts";

/** A vote that counts. `weight` in wei; `tx` brought it to the chain. */
export type CountedVote = { support: Support; weight: bigint; tx: Hex | null };

/** What an account voted on a proposal; null while it has not. */
export async function voteOf({ port, network }: Tools, proposal: bigint, voter: Address): Promise<CountedVote | null> {
  const { contracts, startBlock } = network.deployment;
  const votes = await port.events({
    address: contracts.governor,
    abi: openGovernorAbi,
    eventName: "VoteCast",
    args: { voter },
    fromBlock: BigInt(startBlock),
  });
  const vote = votes.find(({ args }) => args.proposalId === proposal);
  if (!vote) return null;
  const { support, weight } = vote.args as { support: Support; weight: bigint };
  return { support, weight, tx: vote.transactionHash ?? null };
}
