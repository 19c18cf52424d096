import { creditRows } from "../creditRows.ts";
import type { BitsTable } from "../parseBits.ts";
import { shareOut } from "../shareOut.ts";
import { tokenise } from "../tokenise.ts";
import type { ContributionKind } from "../types.ts";
import type { Claim } from "./types.ts";

/**
 * What is wrong in the claim itself, found without the ledger: rows that cannot be, or shares that do not follow from them. A contribution
 * with a share is taken to be paid, one with rows and no share to be commons (that they are is the matter of "kind"). A paid
 * contribution's share of 0 cannot be told from commons: where that could matter the claim is given the benefit of it.
 */
export function arithmeticProblem({ result, answer, ledgerSize }: Claim, bits: BitsTable): string | undefined {
  const { rows, params, shares, treasury } = result;
  const tokenBits = tokenise(answer).map(({ word }) => Math.min(params.maxTokenBits, bits.bitsOf(word)));
  let previous = { start: -1, to: 0, contribution: -1 };
  for (const [i, row] of rows.entries()) {
    const { start, from, to, contribution } = row;
    const sum = tokenBits.slice(start, start + from).reduce((total, value) => total + value, 0);
    if (from > to || from < params.minWords || to > params.maxWords)
      return `row ${i} has n-grams of a length that does not count`;
    if (contribution >= ledgerSize) return `row ${i} names a contribution that the ledger does not have`;
    if (start + to > tokenBits.length) return `row ${i} goes beyond the answer`;
    if (sum < params.minBits) return `row ${i} has n-grams of too few bits`;
    const follows =
      start > previous.start ||
      (start === previous.start && from > previous.to && contribution > previous.contribution);
    if (!follows) return `row ${i} is out of order`;
    previous = row;
  }
  const paid = new Set(shares.map(({ contribution }) => contribution));
  const told = JSON.stringify([shares.map(({ contribution, share }) => [contribution, share]), treasury]);
  const followsWith = (kindOf: (contribution: number) => ContributionKind) => {
    const found = shareOut(creditRows(rows, tokenBits, kindOf), params, new Set());
    return (
      JSON.stringify([found.shares.map(({ contribution, share }) => [contribution, share]), found.treasury]) === told
    );
  };
  if (followsWith((contribution) => (paid.has(contribution) ? "paid" : "commons"))) return undefined;
  const tiny = new Set(
    shareOfNothing(
      rows.map(({ contribution }) => contribution),
      rows,
      tokenBits,
      params,
    ),
  );
  if (
    tiny.size > 0 &&
    followsWith((contribution) => (paid.has(contribution) || tiny.has(contribution) ? "paid" : "commons"))
  ) {
    return undefined;
  }
  return "the shares do not follow from the rows";
}

/** Contributions whose share would be rounded to 0 if they were paid. */
function shareOfNothing(
  publishers: readonly number[],
  rows: Claim["result"]["rows"],
  bits: readonly number[],
  params: Claim["result"]["params"],
): number[] {
  const all = shareOut(
    creditRows(rows, bits, () => "paid"),
    params,
    new Set(),
  );
  const shared = new Set(all.shares.map(({ contribution }) => contribution));
  return [...new Set(publishers)].filter((contribution) => !shared.has(contribution));
}
