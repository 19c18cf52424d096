import { assetKind } from "../../chain/assetKind.ts";
import type { Sql } from "../client.ts";
import { targetSql } from "../targetSql.ts";

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
  /** Wei paid per 1,000 tokens, over its answers; null without answers. */
  perThousandTokens: bigint | null;
  /** 2^160 + registry id. */
  target: bigint;
  /** Wei at risk, thawing included. */
  tokens: bigint;
  /** Health checks of the last seven days, and those that were answered. */
  asked: number;
  answered: number;
};

/** Days of health checks that count. */
const DAYS = 7;

/** Registered providers with what was measured on their answers. @param model only the answers of this model */
export async function listProviders(sql: Sql, model?: bigint): Promise<ProviderRecord[]> {
  return sql<ProviderRecord[]>`
    select a.id, a.owner, d.body->>'name' as name, d.body->>'region' as region, d.body->>'country' as country,
      d.body->>'contact' as contact, d.body->>'endpoint' as endpoint, coalesce(r.answers, 0) as answers,
      r.first_token_p50, r.first_token_p95, r.tokens_per_second, r.last_served_at,
      r.per_thousand_tokens, ${targetSql(sql, "a.id")} as target, coalesce(p.tokens, 0) as tokens,
      coalesce(h.asked, 0) as asked, coalesce(h.answered, 0) as answered
    from indexer.asset a
    left join worker.document d on d.uri = a.uri
    left join indexer.pool p on p.target = ${targetSql(sql, "a.id")}
    left join (
      select provider, sum(asked)::int as asked, sum(answered)::int as answered from gateway.provider_probe
      where day > extract(epoch from now())::int / 86400 - ${DAYS} group by provider
    ) h on h.provider = a.id
    left join (
      select provider, div(sum(fee) * 1000, nullif(sum(prompt_tokens + completion_tokens), 0)::numeric) as per_thousand_tokens,
        count(*)::int as answers, max(served_at) as last_served_at,
        (percentile_cont(0.5) within group (order by first_token_ms))::int as first_token_p50,
        (percentile_cont(0.95) within group (order by first_token_ms))::int as first_token_p95,
        (percentile_cont(0.5) within group (
          order by completion_tokens * 1000.0 / nullif(total_ms - first_token_ms, 0)))::int as tokens_per_second
      from gateway.receipt ${model === undefined ? sql`` : sql`where model = ${model}`} group by provider
    ) r on r.provider = a.id
    where a.kind = ${assetKind.provider} ${model === undefined ? sql`` : sql`and r.answers > 0`}
    order by answers desc, a.id`;
}
