import type { Address } from "viem";
import { settlementAbi } from "@/lib/abi/settlement.ts";
import { publicClient } from "@/lib/chain/clients.ts";
import type { CourtCase } from "@/lib/db/queries/cases.ts";

/**
 * Wei that the challenger put up: a case about an epoch has none of its own, its dispute has it. Null while the chain does not answer, and where
 * the epoch was disputed again: the chain keeps the last dispute only.
 */
export async function challengerBond(
  one: Pick<CourtCase, "subject" | "subjectId" | "settlement" | "bond" | "weighedFrom">,
): Promise<bigint | null> {
  const { subject, subjectId, settlement, bond, weighedFrom } = one;
  if (subject !== "epoch") return bond;
  return publicClient()
    .readContract({
      address: settlement as Address,
      abi: settlementAbi,
      functionName: "disputeOf",
      args: [subjectId],
    })
    .then(
      (dispute) => (Number(dispute.at) === weighedFrom ? dispute.bond : null),
      () => null,
    );
}
