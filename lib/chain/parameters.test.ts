import { type Abi, toFunctionSignature } from "viem";
import { expect, test } from "vitest";
import { arbiterAbi } from "../abi/arbiter.ts";
import { escrowAbi } from "../abi/escrow.ts";
import { openGovernorAbi } from "../abi/opengovernor.ts";
import { registryAbi } from "../abi/registry.ts";
import { settlementAbi } from "../abi/settlement.ts";
import { stakingAbi } from "../abi/staking.ts";
import { timelockAbi } from "../abi/timelock.ts";
import { testTools } from "../flows/testTools.ts";
import { type Parameter, parameters, parametersOf } from "./parameters.ts";

const abis: Partial<Record<Parameter["contract"], Abi>> = {
  ...{ arbiter: arbiterAbi, registry: registryAbi, staking: stakingAbi, governor: openGovernorAbi },
  ...{ timelock: timelockAbi, settlement: settlementAbi, dollarSettlement: settlementAbi },
  ...{ escrow: escrowAbi, dollarEscrow: escrowAbi },
};

const documented = (contract: string) => (name: string) =>
  parameters.find((parameter) => parameter.contract === contract && parameter.name === name)!.documented!;

test.each(parameters)(
  "$contract.$name is read and set as its contract's ABI has it",
  ({ contract, getter, setter }) => {
    const functions = abis[contract]!.filter((entry) => entry.type === "function");
    const signatures = functions.map((entry) => toFunctionSignature(entry));
    expect(signatures).toContain(toFunctionSignature(setter));
    expect(functions.find(({ name, inputs }) => name === getter.name && inputs.length === 0)?.outputs).toMatchObject(
      getter.outputs,
    );
  },
);

test.each(parameters.filter((parameter) => parameter.documented !== null))(
  "$contract.$name is documented inside its bounds",
  ({ contract, documented: value, bounds }) => {
    const { least, most } = bounds(documented(contract));
    expect(value).toBeGreaterThanOrEqual(least);
    expect(value).toBeLessThanOrEqual(most);
  },
);

test("without a stable token its pair has no parameters", () => {
  const { deployment } = testTools().network;
  expect(parametersOf(deployment).length).toBe(parameters.length - 5);
});
