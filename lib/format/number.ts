const counts = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });

/** A count with grouping: 58214 → "58,214". */
export const formatCount = (n: number | bigint): string => counts.format(n);

/**
 * Basis points (0 to 10,000) as a percentage, the half rounded up: 8140 → "81.4 %", 2666 → "26.7 %". Whole percentages lose their ".0". What is
 * not nothing never reads "0 %", and what is not all never "100 %".
 */
export function formatBps(bps: number): string {
  const tenths = Math.floor((bps + 5) / 10);
  if (bps > 0 && tenths === 0) return "<0.1 %";
  if (bps < 10_000 && tenths === 1_000) return ">99.9 %";
  return formatTenths(tenths);
}

function formatTenths(tenths: number): string {
  const [whole, rest] = [Math.trunc(tenths / 10), tenths % 10];
  return rest === 0 ? `${whole} %` : `${whole}.${rest} %`;
}

/** Basis points that are over a limit, so that what is cut never reads as the limit itself: 9001 over 9000 → "just over 90 %". */
export function formatBpsOver(bps: number, limit: number): string {
  const text = formatBps(bps);
  return text === formatBps(limit) ? `just over ${text}` : text;
}

/**
 * The attributed part of an answer. `bps` is truncated, so what is called 100 % must also have left nothing over.
 * @param unattributed wei of the contributors' part that went to nobody
 */
export const formatCoverage = (bps: number, unattributed: bigint): string =>
  bps >= 10_000 && unattributed > 0n ? ">99.9 %" : formatBps(bps);

/** What `formatCoverage` leaves, where it leaves something. */
export const formatUncovered = (bps: number): string => (bps >= 10_000 ? "<0.1 %" : formatBps(10_000 - bps));

/** `part` of `whole` as a percentage, rounded as `formatBps` does; an em dash when the whole is zero, since that share is unknown, not nil. */
export function formatShare(part: bigint, whole: bigint): string {
  if (whole === 0n) return "—";
  const bps = Number((part * 10_000n) / whole);
  return bps === 0 && part > 0n ? "<0.1 %" : formatBps(bps);
}

/**
 * The same beside a limit to be reached, so that what is short of it never reads as the limit: 19,999 of 30,000 → "just under 66.7 %".
 * @param limit as a fraction: two thirds are [2n, 3n]
 */
export function formatShareToward(part: bigint, whole: bigint, [of, all]: readonly [bigint, bigint]): string {
  const text = formatShare(part, whole);
  return part * all < whole * of && text === formatShare(of, all) ? `just under ${text}` : text;
}

/** "1 answer", "2 answers", "0 answers". */
export const formatPlural = (n: number | bigint, one: string, many = `${one}s`): string =>
  `${formatCount(n)} ${BigInt(n) === 1n ? one : many}`;

/** Bytes in units of 1,000: 999 → "999 B", 12_300 → "12.3 kB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(Math.trunc(bytes / 100) / 10).toString()} kB`;
  return `${(Math.trunc(bytes / 100_000) / 10).toString()} MB`;
}

/** Milliseconds for people: 42 → "42 ms", 1_530 → "1.5 s". */
export const formatMs = (ms: number): string =>
  ms < 1_000 ? `${Math.round(ms)} ms` : `${(Math.trunc(ms / 100) / 10).toString()} s`;
