import type { Hex } from "viem";
import type { Executor } from "../worker/executor.ts";

/** Notes where evidence is stored; it never moves. @param hash keccak256 of its bytes, as the arbiter holds it */
export async function saveEvidence(sql: Executor, hash: Hex, cid: string): Promise<void> {
  await sql`insert into gateway.evidence (hash, cid) values (${hash.toLowerCase()}, ${cid}) on conflict do nothing`;
}

/** Null: evidence that was never stored here. */
export async function evidenceCid(sql: Executor, hash: string): Promise<string | null> {
  const [row] = await sql<{ cid: string }[]>`select cid from gateway.evidence where hash = ${hash.toLowerCase()}`;
  return row?.cid ?? null;
}
