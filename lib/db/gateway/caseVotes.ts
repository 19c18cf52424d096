import type { Hex } from "viem";
import type { CaseVerdict } from "../../ledger/typedData.ts";
import type { Executor } from "../worker/executor.ts";

/** Of a verdict what a validator decides; settlement and case are given. */
export type Judgement = Pick<CaseVerdict, "guilty" | "recomputedRoot" | "slashBps">;

export type CaseVote = {
  caseId: bigint;
  /** Registry id. */
  validator: bigint;
  verdict: Judgement;
  /** Of the validator's owner, over the case's `Verdict`: to be checked before it is kept. */
  signature: Hex;
};

/** Keeps a validator's vote; its newest is the one that counts. */
export async function saveCaseVote(sql: Executor, { caseId, validator, verdict, signature }: CaseVote): Promise<void> {
  await sql`
    insert into gateway.case_vote (case_id, validator, verdict, signature)
    values (${String(caseId)}, ${String(validator)}, ${sql.json({ ...verdict })}, ${signature})
    on conflict (case_id, validator) do update set verdict = excluded.verdict, signature = excluded.signature, at = now()`;
}

/** In the order of validators' ids, as the arbiter takes them. */
export async function votesOfCase(sql: Executor, caseId: bigint): Promise<(CaseVote & { at: Date })[]> {
  return sql<(CaseVote & { at: Date })[]>`
    select case_id, validator, verdict, signature, at from gateway.case_vote
    where case_id = ${String(caseId)} order by validator`;
}

/** Cases that anybody has voted on, whether they are still open or not. */
export async function votedCases(sql: Executor): Promise<bigint[]> {
  const rows = await sql<{ caseId: bigint }[]>`select distinct case_id from gateway.case_vote order by case_id`;
  return rows.map(({ caseId }) => caseId);
}

/** Where the text behind a case's evidence hash is. */
export async function saveEvidence(sql: Executor, hash: Hex, cid: string): Promise<void> {
  await sql`insert into gateway.evidence (hash, cid) values (${hash}, ${cid}) on conflict do nothing`;
}

export async function evidenceCid(sql: Executor, hash: Hex): Promise<string | null> {
  const [row] = await sql<{ cid: string }[]>`select cid from gateway.evidence where hash = ${hash}`;
  return row?.cid ?? null;
}
