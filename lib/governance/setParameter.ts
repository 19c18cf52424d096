import { type Address, encodeFunctionData, type Hex } from "viem";
import type { Parameter } from "../chain/parameters.ts";
import { examples, formatQuantity, toAddress } from "./quantity.ts";

/** Setters take small integers as numbers, large ones as bigint, and addresses as such. */
export function setterArgument({ setter }: Parameter, value: bigint): bigint | number | Address {
  const type = setter.inputs[0]?.type;
  if (type === "address") return toAddress(value);
  return type === "uint16" || type === "uint32" || type === "uint48" ? Number(value) : value;
}

/** The call that sets a parameter. */
export const setterData = (parameter: Parameter, value: bigint): Hex =>
  encodeFunctionData({
    abi: [parameter.setter],
    functionName: parameter.setter.name,
    args: [setterArgument(parameter, value)],
  });

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
