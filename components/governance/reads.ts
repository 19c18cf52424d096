"use server";

import { sql } from "@/lib/db/client.ts";
import { votingStakes } from "@/lib/db/queries/votes.ts";
import { addressParam } from "@/lib/site/searchParams.ts";

// Reads for the connected account, which only the browser knows. All of it is public.

/** The account's stakes that could vote, wei by pool. */
export async function readVotingStakes(account: string): Promise<{ target: bigint; worth: bigint }[]> {
  const address = addressParam.parse(account);
  return address ? [...(await votingStakes(sql(), address))] : [];
}
