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

/** Different verdicts of one validator on one case that are kept. Who signs more has nobody but himself to blame. */
export const MOST_VERDICTS = 16;

/**
 * Keeps a signature that the chain would weigh, beside all that the validator signed before: the chain takes any of them, so none takes another's
 * place, and bringing an old one again changes nothing. Of the same verdict only the signature is new (the validator may have changed hands).
 * @returns false where it has signed too many different verdicts
 */
export async function saveCaseVote(sql: Executor, vote: CaseVote): Promise<boolean> {
  const { caseId, validator, guilty, recomputedRoot, slashBps, signature } = vote;
  const root = recomputedRoot.toLowerCase();
  const saved = await sql`
    insert into gateway.case_vote (case_id, validator, guilty, recomputed_root, slash_bps, signature)
    select ${caseId.toString()}::numeric, ${validator.toString()}::numeric, ${guilty}::boolean, ${root}, ${slashBps}::int, ${signature}
    where ${MOST_VERDICTS} > (
      select count(*) from gateway.case_vote where case_id = ${caseId.toString()} and validator = ${validator.toString()}
        and (guilty, recomputed_root, slash_bps) <> (${guilty}, ${root}, ${slashBps}))
    on conflict (case_id, validator, guilty, recomputed_root, slash_bps) do update set signature = excluded.signature`;
  return saved.count > 0;
}

/** The verdict that was signed last first; of one verdict in the order the contract takes votes, ascending by validator. */
export async function caseVotesOf(sql: Executor, caseId: bigint): Promise<CaseVote[]> {
  return sql<CaseVote[]>`
    select case_id, validator, guilty, recomputed_root, slash_bps, signature
    from gateway.case_vote where case_id = ${caseId.toString()}
    order by max(at) over (partition by guilty, recomputed_root, slash_bps) desc, guilty, recomputed_root, slash_bps, validator`;
}

/** Cases that anybody has voted on, whether they are still open or not. */
export async function votedCases(sql: Executor): Promise<bigint[]> {
  const rows = await sql<{ caseId: bigint }[]>`select distinct case_id from gateway.case_vote order by case_id`;
  return rows.map(({ caseId }) => caseId);
}
