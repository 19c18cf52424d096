import type { Hex } from "viem";
import type { Executor } from "../worker/executor.ts";

/** Notes where the text behind an evidence hash is. It must be in the store before the hash is on the chain. */
export async function saveEvidence(sql: Executor, hash: Hex, cid: string): Promise<void> {
  await sql`insert into gateway.evidence (hash, cid) values (${hash}, ${cid}) on conflict do nothing`;
}

/** CID of the text behind an evidence hash (lower case); null where nobody gave it. */
export async function evidenceCid(sql: Executor, hash: Hex): Promise<string | null> {
  const [row] = await sql<{ cid: string }[]>`select cid from gateway.evidence where hash = ${hash}`;
  return row?.cid ?? null;
}
