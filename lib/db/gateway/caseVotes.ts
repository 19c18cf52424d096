import type { Hex } from "viem";
import type { Executor } from "../worker/executor.ts";

/** A validator's signed verdict, as Arbiter.rule takes it. */
export type CaseVote = {
  caseId: bigint;
  /** Registry id. */
  validator: bigint;
  guilty: boolean;
  /** Of an epoch; else 32 zero bytes. */
  recomputedRoot: Hex;
  slashBps: number;
  signature: Hex;
};

/** Keeps a signature that the chain would weigh; it takes the place of the validator's earlier one. */
export async function saveCaseVote(sql: Executor, vote: CaseVote): Promise<void> {
  const { caseId, validator, guilty, recomputedRoot, slashBps, signature } = vote;
  await sql`
    insert into gateway.case_vote (case_id, validator, guilty, recomputed_root, slash_bps, signature)
    values (${caseId.toString()}, ${validator.toString()}, ${guilty}, ${recomputedRoot.toLowerCase()}, ${slashBps}, ${signature})
    on conflict (case_id, validator) do update set guilty = excluded.guilty, recomputed_root = excluded.recomputed_root,
      slash_bps = excluded.slash_bps, signature = excluded.signature, at = now()`;
}

/** In the order the contract takes them: ascending by validator. */
export async function caseVotesOf(sql: Executor, caseId: bigint): Promise<CaseVote[]> {
  return sql<CaseVote[]>`
    select case_id, validator, guilty, recomputed_root, slash_bps, signature
    from gateway.case_vote where case_id = ${caseId.toString()} order by validator`;
}

/** Cases that anybody has voted on, whether they are still open or not. */
export async function votedCases(sql: Executor): Promise<bigint[]> {
  const rows = await sql<{ caseId: bigint }[]>`select distinct case_id from gateway.case_vote order by case_id`;
  return rows.map(({ caseId }) => caseId);
}
