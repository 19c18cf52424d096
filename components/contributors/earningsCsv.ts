import type { EarningsLine } from "../../lib/db/queries/contributors.ts";
import { formatOpen } from "../../lib/format/money.ts";

const HEADER = "served_at_utc,receipt,model,datanet,contribution,share_ppb,amount_open,amount_wei,epoch,source";

/** Earnings as CSV (RFC 4180): one line per answer and contribution. No field can hold a comma or a quote: numbers, hashes and dates only. */
export function earningsCsv(lines: readonly EarningsLine[]): string {
  const rows = lines.map((line) =>
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
    ].join(","),
  );
  return `${[HEADER, ...rows].join("\r\n")}\r\n`;
}
