import type { Hex } from "viem";
import type { Evaluation } from "../../influence/index.ts";
import type { Executor } from "../worker/executor.ts";

export type Training = {
  id: Hex;
  datanets: bigint[];
  /** JSON. */
  spec: string;
  state: "queued" | "running" | "done" | "failed";
  /** What is being done; null before the worker has begun. */
  stage: string | null;
  cid: string | null;
  keccak: Hex | null;
  bytes: number | null;
  ledgerRoot: Hex | null;
  evaluation: Evaluation | null;
  problem: string | null;
};

/** Asks for a training; does nothing when it was asked for before. */
export async function orderTraining(sql: Executor, id: Hex, datanets: readonly bigint[], spec: string): Promise<void> {
  await sql`insert into gateway.training (id, datanets, spec)
    values (${id}, ${sql.array(datanets.map(String))}::numeric[], ${spec}) on conflict do nothing`;
}

export async function trainingById(sql: Executor, id: string): Promise<Training | null> {
  const [row] = await sql<Training[]>`
    select o.id, o.datanets, o.spec, coalesce(t.state, 'queued') as state, t.stage, t.weights_cid as cid,
      t.weights_keccak as keccak, t.weights_bytes as bytes, t.ledger_root, t.evaluation, t.problem
    from gateway.training o left join worker.training t on t.id = o.id where o.id = ${id.toLowerCase()}`;
  return row ?? null;
}
