import "server-only";
import { cache } from "react";
import { curationAbi } from "@/lib/abi/curation.ts";
import { publicClient, readDeployment } from "@/lib/chain/clients.ts";
import { formatOpen } from "@/lib/format/money.ts";

/** OPEN a contributor locks per 1,000 declared words, as the contract has it now; null while the chain does not answer. */
export const bondPerThousandWords = cache(async (): Promise<string | null> => {
  try {
    const bond = await publicClient().readContract({
      address: readDeployment().contracts.curation,
      abi: curationAbi,
      functionName: "bondFor",
      args: [1_000],
    });
    return formatOpen(bond, "exact");
  } catch {
    return null;
  }
});
