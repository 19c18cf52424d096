import { createPublicClient, http, type PublicClient } from "viem";
import type { Deployment } from "../../lib/chain/deployment.ts";
import type { Sql } from "../../lib/db/client.ts";
import { cases } from "./cases.ts";
import { type Check, differenceOf } from "./check.ts";
import { governance } from "./governance.ts";
import { settlements } from "./settlements.ts";
import { stakes } from "./stakes.ts";
import { votes } from "./votes.ts";

export interface Comparison {
  /** Values compared. */
  compared: number;
  /** One sentence for each that is not what the contract says now. */
  differences: string[];
}

/** Asks the contracts about everything that the index keeps of their state. Meant for a chain that stands still meanwhile. */
export async function indexDifferences(sql: Sql, deployment: Deployment, rpcUrl: string): Promise<Comparison> {
  const client: PublicClient = createPublicClient({ transport: http(rpcUrl, { batch: { batchSize: 200 } }) });
  const checks: Check[] = [];
  for (const subject of [stakes, votes, governance, settlements, cases])
    checks.push(...(await subject(sql, deployment)));
  const differences = await Promise.all(checks.map((check) => differenceOf(client, check)));
  return { compared: checks.length, differences: differences.filter((difference) => difference !== null) };
}
