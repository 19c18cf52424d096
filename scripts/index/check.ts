import type { Abi, Address, PublicClient } from "viem";
import type { Deployment } from "../../lib/chain/deployment.ts";
import type { Sql } from "../../lib/db/client.ts";

/** One value of the index and where the chain has it. */
export interface Check {
  what: string;
  indexed: unknown;
  call: { address: Address; abi: Abi; functionName: string; args?: readonly unknown[] };
  /** Of what the call answers, the value to compare; all of it if absent. */
  pick?: (answer: never) => unknown;
}

/** Reads one subject's tables, and says what to ask the chain about each row. */
export type Checks = (sql: Sql, deployment: Deployment) => Promise<Check[]>;

/** Makes the call and compares. @returns null if both say the same */
export async function differenceOf(client: PublicClient, { what, indexed, call, pick }: Check): Promise<string | null> {
  const answer = await client.readContract(call);
  const actual = pick ? pick(answer as never) : answer;
  return text(actual) === text(indexed) ? null : `${what}: index ${text(indexed)}, chain ${text(actual)}`;
}

/** Addresses in any case; integers of any type. */
const text = (value: unknown) =>
  (Array.isArray(value) ? value : [value]).map((one) => String(one).toLowerCase()).join();
