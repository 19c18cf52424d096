import type { Sql } from "../client.ts";
import { contentOf } from "../contentOf.ts";

export type Pipeline = {
  /** Answers served whose attribution is to come. */
  pendingTraces: number;
  /** How long the oldest of them waits, in seconds of the wall clock: chain time may have travelled since. */
  waitingSeconds: number;
  /** Attributed answers in no epoch yet. */
  unsettled: number;
  /** Revealed contributions that intake has not read; after a reorganisation what was read may be another's. */
  pendingIntake: number;
  /** Contributions that wait for review. */
  inReview: number;
  lastTracedAt: Date | null;
  /** Microseconds over the newest 1,000 traces. */
  traceP50: number | null;
  traceP95: number | null;
};

/** How far the worker is behind. */
export async function pipeline(sql: Sql): Promise<Pipeline> {
  const [row] = await sql<Pipeline[]>`
    with pending as (
      select r.created_at from gateway.receipt r left join worker.attribution a on a.receipt = r.id where a.receipt is null
    ), recent as (select trace_us, traced_at from worker.attribution order by traced_at desc limit 1000)
    select (select count(*)::int from pending) as pending_traces, coalesce((select extract(epoch from now() - min(created_at)) from pending), 0)::int as waiting_seconds,
      (select count(*)::int from worker.attribution a left join worker.epoch_receipt e on e.receipt = a.receipt
        where e.receipt is null) as unsettled,
      (select count(*)::int from indexer.contribution c ${contentOf(sql)}
        where c.root is not null and t.contribution is null) as pending_intake,
      (select count(*)::int from indexer.contribution where status = 'revealed') as in_review,
      (select max(traced_at) from recent) as last_traced_at,
      (select (percentile_cont(0.5) within group (order by trace_us))::int from recent) as trace_p50,
      (select (percentile_cont(0.95) within group (order by trace_us))::int from recent) as trace_p95`;
  return row!;
}
