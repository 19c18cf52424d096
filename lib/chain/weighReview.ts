import { type Address, hashTypedData, isAddressEqual, zeroAddress } from "viem";
import { curationAbi } from "../abi/curation.ts";
import { registryAbi } from "../abi/registry.ts";
import { stakingAbi } from "../abi/staking.ts";
import type { ReviewVote } from "../db/gateway/reviewVotes.ts";
import { reviewTypedData, targetPayee } from "../ledger/index.ts";
import { assetKind } from "./assetKind.ts";
import { publicClient } from "./clients.ts";
import type { Deployment } from "./deployment.ts";
import { curationStatus } from "./enums.ts";
import { isSignedBy } from "./isSignedBy.ts";
import type { Refusal } from "./Refusal.ts";
import { unlessRefused } from "./unlessRefused.ts";

/**
 * Why the curation contract would not count a review; null when it would. Asked piece by piece: its `finalize` first wants as
 * many reviews as the datanet does.
 */
export async function weighReview({ chainId, contracts }: Deployment, vote: ReviewVote): Promise<Refusal | null> {
  const client = publicClient();
  const { contribution, validator, accept, score, reasonHash, signature } = vote;
  const curation = { address: contracts.curation, abi: curationAbi };
  const registry = { address: contracts.registry, abi: registryAbi };
  const [what, kind, owner] = await Promise.all([
    client.readContract({ ...curation, functionName: "contributionOf", args: [contribution] }),
    unlessRefused(client.readContract({ ...registry, functionName: "kindOf", args: [validator] }), null),
    unlessRefused(client.readContract({ ...registry, functionName: "ownerOf", args: [validator] }), zeroAddress),
  ]);
  if (what.status !== curationStatus.revealed)
    return { field: "contribution", message: "it is not in review (any more). Reload the queue." };
  if (kind !== assetKind.validator) return { field: "validator", message: "no validator is registered under this id." };
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
    return {
      field: "validator",
      message: "its owner wrote the contribution or owns the datanet, and may not review it.",
    };
  if (stake === 0n)
    return { field: "validator", message: "it had no stake before the reveal, so its review weighs nothing." };
  const typed = reviewTypedData({ chainId, curation: contracts.curation }, { contribution, accept, score, reasonHash });
  if (await isSignedBy(owner, hashTypedData(typed), signature)) return null;
  const message = "it is not the validator's owner's over exactly this review. Sign the fields that are sent.";
  return { field: "signature", message };
}

const isOneOf = (address: Address, others: readonly Address[]) =>
  others.some((other) => isAddressEqual(address, other));
