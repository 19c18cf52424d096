import type { EarningsLine } from "../../lib/db/queries/contributors.ts";
import { formatOpen } from "../../lib/format/money.ts";

const HEADER = "served_at_utc,receipt,model,datanet,contribution,share_ppb,amount_open,amount_wei,epoch,source,channel";

/**
 * Earnings as CSV (RFC 4180), a page at a time: one line per answer, contribution and channel. No field can hold a comma or a quote: numbers, hashes
 * and dates only.
 */
export async function* earningsCsv(pages: AsyncIterable<readonly EarningsLine[]>): AsyncGenerator<string> {
  yield `${HEADER}\r\n`;
  for await (const lines of pages) yield lines.map((line) => `${rowOf(line)}\r\n`).join("");
}

const rowOf = (line: EarningsLine): string =>
  [
    new Date(line.servedAt * 1_000).toISOString(),
    line.receipt,
    line.model,
    line.datanet ?? "",
    line.contribution,
    line.share,
    formatOpen(line.amount, "full").replaceAll(",", ""),
    line.amount,
    line.epoch ?? "",
    "fees",
    line.channel,
  ].join(",");
