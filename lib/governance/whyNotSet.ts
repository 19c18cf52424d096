import type { Parameter } from "../chain/parameters.ts";
import { examples, formatQuantity } from "./quantity.ts";

/**
 * Why a value cannot be proposed; null when the contract would take it, as its other parameters stand now.
 * @param value null: not a value of the unit
 * @param present null: unknown
 * @param of the present value of another parameter of the same contract
 */
export function whyNotSet(
  parameter: Parameter,
  value: bigint | null,
  present: bigint | null,
  of: (name: string) => bigint,
): string | null {
  if (value === null) return `Give the new value, such as ${examples[parameter.unit]}.`;
  const { least, most } = parameter.bounds(of);
  const bound = (limit: bigint) => formatQuantity(limit, parameter.unit);
  if (value < least) return `The contract takes no less than ${bound(least)}.`;
  if (value > most) return `The contract takes no more than ${bound(most)}.`;
  if (value === present) return "That is the value it has.";
  return null;
}
