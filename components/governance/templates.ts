import { type Parameter, parameters } from "../../lib/chain/parameters.ts";
import { formatQuantity } from "../../lib/governance/quantity.ts";
import { contractNames } from "../display/contracts.ts";

/** One template for each governed parameter, by its key `contract.name`. */
const byKey = new Map(parameters.map((parameter) => [`${parameter.contract}.${parameter.name}`, parameter]));

/** @throws where no parameter has that key */
export function findParameter(key: string): Parameter {
  const parameter = byKey.get(key);
  if (!parameter) throw new Error(`No governed parameter is called ${key}.`);
  return parameter;
}

/** Which parameters can be chosen, grouped by contract in the catalogue's order. */
export function groupsOf(keys: readonly string[]): { contract: string; keys: string[] }[] {
  const groups = new Map<string, string[]>();
  for (const key of keys) {
    const contract = contractNames[findParameter(key).contract];
    groups.set(contract, [...(groups.get(contract) ?? []), key]);
  }
  return [...groups].map(([contract, members]) => ({ contract, keys: members }));
}

/** The title offered for a change. */
export const titleFor = ({ label, unit, contract }: Parameter, value: bigint): string => {
  const token = contract.startsWith("dollar") ? " (stable token)" : "";
  return `${label}${token}: ${formatQuantity(value, unit)}`;
};
