import type { Sql } from "../client.ts";

export type ModelSpend = {
  model: bigint;
  name: string | null;
  answers: number;
  /** Wei. */
  fees: bigint;
  lastAt: number;
};

/** What a payer has spent, by model, dearest first. */
export async function spendByModel(sql: Sql, payer: string): Promise<ModelSpend[]> {
  return sql<ModelSpend[]>`
    select r.model, d.body->>'name' as name, count(*)::int as answers, sum(r.fee) as fees, max(r.served_at) as last_at
    from gateway.receipt r
    left join indexer.asset a on a.id = r.model left join worker.document d on d.uri = a.uri
    where r.payer = ${payer.toLowerCase()} group by r.model, d.body->>'name' order by fees desc, r.model`;
}
