import { formatCount } from "../format/number.ts";

/** What the top bar needs of GET /api/v1/status: block heights. */
export type Heads = { chain: { head: number } | null; indexer: { block: number } | null };

export type Health = { tone: "good" | "warn" | "bad"; text: string };

/** Blocks the indexer may trail by before the page says so. */
export const LAG_TOLERATED = 5;

/** One line on chain and indexer. "Chain stopped" and "indexer behind" are different messages: they have different remedies. */
export function describeHealth(heads: Heads | null): Health {
  if (!heads?.chain) return { tone: "bad", text: "Chain does not answer" };
  const head = formatCount(heads.chain.head);
  if (!heads.indexer) return { tone: "bad", text: `Block ${head} · indexer is down` };
  const lag = heads.chain.head - heads.indexer.block;
  if (lag > LAG_TOLERATED) return { tone: "warn", text: `Block ${head} · indexer ${formatCount(lag)} behind` };
  return { tone: "good", text: `Block ${head} · indexed ${formatCount(heads.indexer.block)}` };
}
