import type { Hex } from "viem";
import type { Evaluation } from "../../influence/index.ts";
import type { Executor } from "./executor.ts";

export interface Weights {
  cid: string;
  keccak: Hex;
  bytes: number;
}

export type TrainingOutcome =
  | { state: "done"; weights: Weights; evaluation: Evaluation }
  /** It fails each time: the sentence says why. */
  | { state: "failed"; problem: string };

/** What came of a training; null while nothing has. */
export async function trainingOutcome(sql: Executor, id: Hex): Promise<TrainingOutcome | null> {
  const [row] = await sql<
    { state: string; cid: string; keccak: Hex; bytes: number; evaluation: Evaluation; problem: string }[]
  >`
    select state, weights_cid as cid, weights_keccak as keccak, weights_bytes as bytes, evaluation, problem
    from worker.training where id = ${id} and state <> 'running'`;
  if (!row) return null;
  const { state, cid, keccak, bytes, evaluation, problem } = row;
  return state === "done" ? { state, weights: { cid, keccak, bytes }, evaluation } : { state: "failed", problem };
}

/** Notes what a training is doing. */
export async function saveStage(sql: Executor, id: Hex, ledgerRoot: Hex, stage: string): Promise<void> {
  await sql`
    insert into worker.training (id, ledger_root, state, stage) values (${id}, ${ledgerRoot}, 'running', ${stage})
    on conflict (id) do update set state = 'running', stage = excluded.stage, problem = null, updated_at = now()`;
}

export async function saveOutcome(sql: Executor, id: Hex, outcome: TrainingOutcome): Promise<void> {
  if (outcome.state === "failed") {
    await sql`update worker.training set state = 'failed', problem = ${outcome.problem}, updated_at = now() where id = ${id}`;
    return;
  }
  const { weights, evaluation } = outcome;
  await sql`
    update worker.training set state = 'done', weights_cid = ${weights.cid}, weights_keccak = ${weights.keccak},
      weights_bytes = ${weights.bytes}, evaluation = ${sql.json({ ...evaluation })}, updated_at = now() where id = ${id}`;
}

export type OpenTraining = { id: Hex; datanets: bigint[]; spec: string };

/** Trainings that were asked for and have no outcome, oldest first: also those whose worker died. @param left ids to pass over */
export async function openTrainings(sql: Executor, left: readonly Hex[]): Promise<OpenTraining[]> {
  return sql<OpenTraining[]>`
    select o.id, o.datanets, o.spec from gateway.training o left join worker.training t on t.id = o.id
    where (t.id is null or t.state = 'running') and o.id <> all(${sql.array([...left])}::text[])
    order by o.created_at limit 10`;
}
