import { formatOpen } from "../../../lib/format/money.ts";
import { formatCoverage } from "../../../lib/format/number.ts";
import { moneyOf } from "../money.ts";
import type { Check, Claim } from "./types.ts";

/** Like `same`, for numbers that the page shows in another form than they are compared in. @param unit of the numbers as compared */
function sameShown<T extends bigint | number>(
  name: string,
  computed: T,
  claimed: T,
  shown: (value: T) => string,
  unit: string,
): Check {
  const check = { name, value: shown(computed), title: `${computed} ${unit}` };
  if (computed === claimed) return { ...check, ok: true };
  const both = [computed, claimed].map((value) => `${shown(value)} (${value} ${unit})`);
  return { ...check, ok: false, detail: `recomputed ${both[0]}, but the record says ${both[1]}` };
}

/** An amount as the receipt shows it, every digit of it. */
export const inOpen = (wei: bigint): string => `${formatOpen(wei, "exact")} OPEN`;

export const sameAmount = (name: string, computed: bigint, claimed: bigint): Check =>
  sameShown(name, computed, claimed, inOpen, "wei");

/** The attributed part in the words of the page. @param claim tells whether anything of the contributors' part went to nobody */
export function sameCoverage(computed: number, claim: Claim): Check {
  const { unattributed } = moneyOf(claim.fee, claim.split, claim.payouts);
  const shown = (bps: number) => formatCoverage(bps, unattributed);
  return sameShown("Attributed part", computed, claim.coverageBps, shown, "of 10,000, cut");
}

/** Basis points to the last one; a record that holds none says so. */
export const inPercent = (bps: number | null): string => (bps === null ? "none" : `${bps / 100} %`);
