import { type Abi, type Address, decodeFunctionData, type Hex, isAddressEqual } from "viem";
import { arbiterAbi } from "../abi/arbiter.ts";
import { curationAbi } from "../abi/curation.ts";
import { escrowAbi } from "../abi/escrow.ts";
import { openAbi } from "../abi/open.ts";
import { openGovernorAbi } from "../abi/opengovernor.ts";
import { registryAbi } from "../abi/registry.ts";
import { settlementAbi } from "../abi/settlement.ts";
import { stakingAbi } from "../abi/staking.ts";
import { timelockAbi } from "../abi/timelock.ts";
import type { Deployment } from "../chain/deployment.ts";
import { type Instance, type Parameter, parameters } from "../chain/parameters.ts";

const abis: Partial<Record<Instance, Abi>> = {
  open: openAbi,
  registry: registryAbi,
  curation: curationAbi,
  escrow: escrowAbi,
  staking: stakingAbi,
  settlement: settlementAbi,
  arbiter: arbiterAbi,
  timelock: timelockAbi,
  governor: openGovernorAbi,
  dollarEscrow: escrowAbi,
  dollarSettlement: settlementAbi,
};

export type DecodedCall = {
  target: Address;
  /** The deployment's name of the contract; null for an address that is none of ours. */
  contract: Instance | null;
  /** Null where the ABI of the contract does not know the call: then `data` is all there is. */
  functionName: string | null;
  args: { name: string; type: string; value: unknown }[];
  /** Where the call sets a governed parameter: which one, and to what. */
  sets: { parameter: Parameter; value: bigint } | null;
  /** Wei of the chain's coin sent along. */
  amount: bigint;
  data: Hex;
};

/** A call of a proposal as people can check it: which contract, which function, which arguments. */
export function decodeCall(
  { contracts }: Pick<Deployment, "contracts">,
  target: Address,
  data: Hex,
  amount = 0n,
): DecodedCall {
  const known = Object.entries(contracts).find(([, address]) => address && isAddressEqual(address, target));
  const contract = (known?.[0] ?? null) as Instance | null;
  const nothing = { target, contract, functionName: null, args: [], sets: null, amount, data };
  const abi = contract && abis[contract];
  if (!abi) return nothing;
  try {
    const { functionName, args = [] } = decodeFunctionData({ abi, data });
    const entry = abi.find(
      (one) => one.type === "function" && one.name === functionName && one.inputs.length === args.length,
    );
    const inputs = entry?.type === "function" ? entry.inputs : [];
    const named = args.map((value, i) => ({ name: inputs[i]?.name ?? "", type: inputs[i]?.type ?? "", value }));
    return { ...nothing, functionName, args: named, sets: settingOf(contract, functionName, args) };
  } catch {
    return nothing; // not a call that the contract has
  }
}

function settingOf(contract: Instance, functionName: string, args: readonly unknown[]): DecodedCall["sets"] {
  const parameter = parameters.find((one) => one.contract === contract && one.setter.name === functionName);
  const [value] = args;
  if (!parameter || !["number", "bigint", "string"].includes(typeof value)) return null;
  return { parameter, value: BigInt(value as number | bigint | string) };
}
