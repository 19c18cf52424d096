import { fundingSource } from "../../chain/enums.ts";
import type { Sql } from "../client.ts";

/** What a reader is told; `accepted` is `posted` whose challenge window has passed. */
export type EpochState = "sealed" | "window" | "accepted" | "disputed" | "rejected";

export type Epoch = {
  id: bigint;
  state: EpochState;
  root: string | null;
  dataHash: string | null;
  cid: string | null;
  /** Unix seconds of chain time. */
  sealedAt: number;
  postedAt: number | null;
  readyAt: number | null;
  postTx: string | null;
};

type Stored = Omit<Epoch, "state"> & { state: string };

/** @param now chain time in unix seconds: the chain accepts by its own clock, not by an event. */
export function epochState(state: string, readyAt: number | null, now: number): EpochState {
  if (state === "posted") return readyAt !== null && now >= readyAt ? "accepted" : "window";
  return state === "disputed" || state === "rejected" ? state : "sealed";
}

export async function epochById(sql: Sql, id: bigint | number, now: number): Promise<Epoch | null> {
  const [row] = await sql<Stored[]>`
    select id, state, root, data_hash, cid, sealed_at, posted_at, ready_at, post_tx
    from indexer.epoch where id = ${String(id)}`;
  return row ? { ...row, state: epochState(row.state, row.readyAt, now) } : null;
}

export type EpochFees = {
  /** Null: served and paid, but no sealed epoch holds it yet. */
  epoch: number | null;
  state: EpochState | "open";
  answers: number;
  /** Wei. */
  fees: bigint;
  /** Wei paid to contributors out of these fees. */
  toContributors: bigint;
  /** Wei funded from emissions that this epoch distributes: between the seal before and its own, by their place on the chain. */
  emissions: bigint;
  sealedAt: number | null;
};

/** The fees and emissions of one epoch; null when it is not sealed. */
export async function feesOfEpoch(sql: Sql, id: bigint, now: number): Promise<EpochFees | null> {
  return (await feesPerEpoch(sql, now)).find(({ epoch }) => epoch === Number(id)) ?? null;
}

/**
 * Fees by the epoch that distributes them, oldest first; fees that wait for an epoch come last as `open`.
 * @param model registry id: only this model's fees (emissions are then 0: they belong to no model)
 */
export async function feesPerEpoch(sql: Sql, now: number, model?: bigint): Promise<EpochFees[]> {
  const rows = await sql<(Omit<EpochFees, "state"> & { state: string | null; readyAt: number | null })[]>`
    with fee as (
      select s.id as epoch, count(*)::int as answers, sum(r.fee) as fees, coalesce(sum(p.amount), 0) as to_contributors
      from gateway.receipt r
      left join worker.epoch_receipt e on e.receipt = r.id
      left join indexer.epoch s on s.id = e.epoch
      left join (select receipt, sum(amount) as amount from worker.payout where role = 'contributor' group by receipt) p
        on p.receipt = r.id
      ${model === undefined ? sql`` : sql`where r.model = ${model}`}
      group by s.id
    ), clock as (
      select id, state, ready_at, sealed_at, seal_block, seal_log_index,
        coalesce(lag(seal_block) over seals, -1) as since_block, coalesce(lag(seal_log_index) over seals, -1) as since_log
      from indexer.epoch window seals as (order by id)
    )
    select c.id::bigint as epoch, c.state, c.ready_at, c.sealed_at,
      coalesce(fee.answers, 0) as answers, coalesce(fee.fees, 0) as fees,
      coalesce(fee.to_contributors, 0) as to_contributors,
      ${
        model === undefined
          ? sql`coalesce((select sum(f.amount) from indexer.funding f
              where f.source = ${fundingSource.emissions} and (f.block, f.log_index) > (c.since_block, c.since_log)
                and (f.block, f.log_index) < (c.seal_block, c.seal_log_index)), 0)`
          : sql`0::numeric`
      } as emissions
    from clock c full join fee on fee.epoch = c.id
    order by 1 nulls last`;
  return rows.map(({ state, readyAt, ...row }) => ({
    ...row,
    state: state === null ? "open" : epochState(state, readyAt, now),
  }));
}
