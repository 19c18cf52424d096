import "server-only";
import { connection } from "next/server";
import { sql } from "@/lib/db/client.ts";
import { proposalById } from "@/lib/db/queries/proposals.ts";
import { readDescription } from "@/lib/governance/description.ts";
import { proposalParam } from "../../lib/site/searchParams.ts";

/** The title of a proposal for the browser's. */
export async function proposalTitle(text: string): Promise<string> {
  await connection();
  const id = proposalParam.parse(text);
  const proposal = id === undefined ? null : await proposalById(sql(), id).catch(() => null);
  return proposal ? readDescription(proposal.description).title : "Proposal";
}
