import type { Hex } from "viem";
import type { Leaf } from "../../../lib/ledger/index.ts";

/** What a rogue may make of an epoch's leaves. @param treasury the payee who loses */
export function badLeaves(treasury: Hex) {
  /** Wei of the day's own money: nobody has less than before, so only whoever redoes it can tell. */
  const misdirect = (leaves: Leaf[]): Leaf[] =>
    leaves.map(({ payee, amount }, i) => {
      if (payee === treasury) return { payee, amount: amount - 7n };
      return { payee, amount: i === 1 ? amount + 7n : amount };
    });
  /** All that the treasury ever had goes to another. */
  const decrease = (leaves: Leaf[]): Leaf[] => {
    const all = leaves.find(({ payee }) => payee === treasury)!.amount;
    return leaves.map(({ payee, amount }, i) => {
      return { payee, amount: payee === treasury ? 0n : i === 1 ? amount + all : amount };
    });
  };
  /** The treasury is left out altogether. */
  const omit = (leaves: Leaf[]): Leaf[] => decrease(leaves).filter(({ payee }) => payee !== treasury);
  const disorder = ([first, a, b, ...rest]: Leaf[]): Leaf[] => [first!, b!, a!, ...rest];
  return { misdirect, decrease, omit, disorder };
}
