/** One epoch of a chart. Wei stay exact for tooltip and table; the drawing uses `fees` and `emissions` in OPEN. */
export type Point = {
  /** "12", or "open" for what no epoch holds yet. */
  label: string;
  feesWei: bigint;
  emissionsWei: bigint;
  answers: number;
  fees: number;
  emissions: number;
};

const inOpen = (wei: bigint) => Number(wei / 10n ** 12n) / 1e6;

/** Rows of a query as points of a chart, in the order given. */
export function pointsOf(
  rows: readonly { epoch: number | null; answers: number; fees: bigint; emissions?: bigint }[],
): Point[] {
  return rows.map((row) => ({
    label: row.epoch === null ? "open" : String(row.epoch),
    feesWei: row.fees,
    emissionsWei: row.emissions ?? 0n,
    answers: row.answers,
    fees: inOpen(row.fees),
    emissions: inOpen(row.emissions ?? 0n),
  }));
}
