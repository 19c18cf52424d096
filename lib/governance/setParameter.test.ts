import { decodeFunctionData } from "viem";
import { expect, it } from "vitest";
import { type Parameter, parameters } from "../chain/parameters.ts";
import { setterData } from "./setParameter.ts";
import { whyNotSet } from "./whyNotSet.ts";

const find = (contract: string, name: string) =>
  parameters.find((one) => one.contract === contract && one.name === name)!;
const documented = (parameter: Parameter) => (name: string) => find(parameter.contract, name).documented!;

it.each(parameters)("$contract.$name: its setter carries the value", (parameter) => {
  const value = parameter.documented ?? 0xabn;
  const { args } = decodeFunctionData({ abi: [parameter.setter], data: setterData(parameter, value) });
  expect(BigInt(args![0] as string | number | bigint)).toBe(value);
});

it.each(parameters.filter(({ documented }) => documented !== null))(
  "$contract.$name: what the contract would refuse is not proposed",
  (parameter) => {
    const of = documented(parameter);
    const { least, most } = parameter.bounds(of);
    const why = (value: bigint | null, present: bigint | null = null) => whyNotSet(parameter, value, present, of);
    expect([why(least), why(most)]).toEqual([null, null]);
    expect(why(most + 1n)).toMatch(/no more than/);
    if (least > 0n) expect(why(least - 1n)).toMatch(/no less than/);
    expect(why(least, least)).toMatch(/value it has/);
    expect(why(null)).toMatch(/such as/);
  },
);
