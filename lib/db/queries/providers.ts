import { assetKind } from "../../chain/assetKind.ts";
import type { Sql } from "../client.ts";

export type ProviderRecord = {
  id: bigint;
  owner: string;
  name: string | null;
  region: string | null;
  country: string | null;
  contact: string | null;
  endpoint: string | null;
  answers: number;
  /** Milliseconds over the answers it served; null without answers. */
  firstTokenP50: number | null;
  firstTokenP95: number | null;
  /** Completion tokens per second after the first token, median; null when nothing was measurable. */
  tokensPerSecond: number | null;
  lastServedAt: number | null;
};

/** Registered providers with what was measured on their answers. @param model only the answers of this model */
export async function listProviders(sql: Sql, model?: bigint): Promise<ProviderRecord[]> {
  return sql<ProviderRecord[]>`
    select a.id, a.owner, d.body->>'name' as name, d.body->>'region' as region, d.body->>'country' as country,
      d.body->>'contact' as contact, d.body->>'endpoint' as endpoint, coalesce(r.answers, 0) as answers,
      r.first_token_p50, r.first_token_p95, r.tokens_per_second, r.last_served_at
    from indexer.asset a
    left join worker.document d on d.uri = a.uri
    left join (
      select provider, count(*)::int as answers, max(served_at) as last_served_at,
        (percentile_cont(0.5) within group (order by first_token_ms))::int as first_token_p50,
        (percentile_cont(0.95) within group (order by first_token_ms))::int as first_token_p95,
        (percentile_cont(0.5) within group (
          order by completion_tokens * 1000.0 / nullif(total_ms - first_token_ms, 0)))::int as tokens_per_second
      from gateway.receipt ${model === undefined ? sql`` : sql`where model = ${model}`} group by provider
    ) r on r.provider = a.id
    where a.kind = ${assetKind.provider} ${model === undefined ? sql`` : sql`and r.answers > 0`}
    order by answers desc, a.id`;
}
