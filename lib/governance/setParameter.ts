import { type Address, encodeFunctionData, type Hex } from "viem";
import type { Parameter } from "../chain/parameters.ts";
import { toAddress } from "./quantity.ts";

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
