import { type Address, isAddressEqual, zeroAddress } from "viem";
import { curationAbi } from "../abi/curation.ts";
import { registryAbi } from "../abi/registry.ts";
import { stakingAbi } from "../abi/staking.ts";
import type { ReviewVote } from "../db/gateway/reviewVotes.ts";
import { reviewTypedData, targetPayee } from "../ledger/index.ts";
import { assetKind } from "./assetKind.ts";
import { publicClient } from "./clients.ts";
import type { Deployment } from "./deployment.ts";

/** `enum Status` of Curation. */
const REVEALED = 2;

/**
 * Why the curation contract would not count a review, naming the field; null when it would. Asked piece by piece: its `finalize` first wants as
 * many reviews as the datanet does.
 */
export async function weighReview({ chainId, contracts }: Deployment, vote: ReviewVote): Promise<string | null> {
  const client = publicClient();
  const { contribution, validator, accept, score, reasonHash, signature } = vote;
  const curation = { address: contracts.curation, abi: curationAbi };
  const registry = { address: contracts.registry, abi: registryAbi };
  const [what, kind, owner] = await Promise.all([
    client.readContract({ ...curation, functionName: "contributionOf", args: [contribution] }),
    client.readContract({ ...registry, functionName: "kindOf", args: [validator] }).catch(() => null),
    client.readContract({ ...registry, functionName: "ownerOf", args: [validator] }).catch(() => zeroAddress),
  ]);
  if (what.status !== REVEALED) return "contribution: it is not in review (any more). Reload the queue.";
  if (kind !== assetKind.validator) return "validator: no validator is registered under this id.";
  const [datanetOwner, stake] = await Promise.all([
    client.readContract({ ...registry, functionName: "ownerOf", args: [what.datanet] }),
    client.readContract({
      address: contracts.staking,
      abi: stakingAbi,
      functionName: "stakeAt",
      args: [BigInt(targetPayee(validator)), what.since - 1],
    }),
  ]);
  if (isOneOf(owner, [what.contributor, datanetOwner]))
    return "validator: its owner wrote the contribution or owns the datanet, and may not review it.";
  if (stake === 0n) return "validator: it had no stake before the reveal, so its review weighs nothing.";
  const typed = reviewTypedData({ chainId, curation: contracts.curation }, { contribution, accept, score, reasonHash });
  // Contracts that own a validator answer for themselves (ERC-1271): the client asks them.
  return (await client.verifyTypedData({ ...typed, address: owner, signature }))
    ? null
    : "signature: it is not the validator's owner's over exactly this review. Sign the fields that are sent.";
}

const isOneOf = (address: Address, others: readonly Address[]) =>
  others.some((other) => isAddressEqual(address, other));
