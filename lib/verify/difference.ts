import type { Difference } from "./types.ts";

export type Where = Pick<Difference, "epoch" | "file" | "row">;

/** Ends a verification: what was found is not what must be. */
export class DifferenceError extends Error {
  override name = "DifferenceError";
  readonly difference: Difference;

  constructor(difference: Difference) {
    super(sentenceOf(difference));
    this.difference = difference;
  }
}

/** Something public is not to be had, so nothing can be said. */
export class UnavailableError extends Error {
  override name = "UnavailableError";
  /** Whether it is a file of the epoch itself. */
  readonly ofEpoch: boolean;

  constructor(what: string, ofEpoch = false) {
    super(what);
    this.ofEpoch = ofEpoch;
  }
}

/** @throws DifferenceError always. */
export function differ(where: Where, field: string, expected: unknown, found: unknown): never {
  throw new DifferenceError({ ...where, field, expected: textOf(expected), found: textOf(found) });
}

/** @throws DifferenceError unless both are the same. Hex is compared without case. */
export function same(where: Where, field: string, expected: unknown, found: unknown): void {
  if (textOf(expected) !== textOf(found)) differ(where, field, expected, found);
}

/** @throws DifferenceError unless `found` is one of `expected`; the first of them is named. */
export function oneOf(where: Where, field: string, expected: readonly unknown[], found: unknown): void {
  if (!expected.some((value) => textOf(value) === textOf(found))) differ(where, field, expected[0], found);
}

/** One sentence for a log, a dispute or a terminal. */
export function sentenceOf({ epoch, file, row, field, expected, found }: Difference): string {
  const place = file === "chain" ? "" : `, ${file} file${row === null ? "" : `, ${row}`}`;
  return `epoch ${epoch}${place}: ${field} is ${found}, but must be ${expected}`;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  const text = String(value);
  return /^0x/i.test(text) ? text.toLowerCase() : text;
}
