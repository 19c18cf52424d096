import { type AbiFunction, parseEther } from "viem";
import type { Deployment } from "./deployment.ts";

export type Instance = keyof Deployment["contracts"];
export type Unit = "seconds" | "open" | "bps" | "percent" | "address";

/** Everything governance can set: the only way is a proposal that calls the setter, two days in the timelock, inside the bounds. */
export interface Parameter {
  /** The deployment's name of the contract; also `contract` in the index. */
  contract: Instance;
  /** Also `name` in the index. */
  name: string;
  /** Plain name for people. */
  label: string;
  /** What the number is: whole seconds, wei of OPEN, basis points, percent of the supply, or an address as its number. */
  unit: Unit;
  getter: AbiFunction;
  setter: AbiFunction;
  /** As documented for a new deployment; null for an address, which each deployment chooses. */
  documented: bigint | null;
  /**
   * What the contract accepts, both inclusive.
   * @param of the present value of another parameter of the same contract, by name
   */
  bounds: (of: (name: string) => bigint) => { least: bigint; most: bigint };
}

const DAY = 86_400n;
const open = (amount: number) => parseEther(String(amount));
const days = (count: number) => BigInt(count) * DAY;

const fn = (name: string, input: string | null, output: string | null) => ({
  type: "function" as const,
  name,
  inputs: input ? [{ name: "value", type: input }] : [],
  outputs: output ? [{ name: "", type: output }] : [],
  stateMutability: input ? ("nonpayable" as const) : ("view" as const),
});

type Row = Pick<Parameter, "name" | "label" | "unit" | "documented" | "bounds"> & {
  type: string;
  getter?: string;
  getterType?: string;
  setter?: string;
};

const between = (least: bigint, most: bigint) => () => ({ least, most });
const capital = (text: string) => `${text[0]!.toUpperCase()}${text.slice(1)}`;
const larger = (a: bigint, b: bigint) => (a > b ? a : b);
const anyAddress = between(0n, 2n ** 160n - 1n);

const of = (contract: Instance, rows: Row[]): Parameter[] =>
  rows.map(({ type, getter, getterType = type, setter, ...row }) => ({
    ...row,
    contract,
    getter: fn(getter ?? row.name, null, getterType),
    setter: fn(setter ?? `set${capital(row.name)}`, type, null),
  }));

const settlement = (contract: Instance) =>
  of(contract, [
    {
      ...{ name: "window", label: "Challenge window", unit: "seconds", type: "uint48" },
      ...{ documented: DAY, bounds: between(DAY / 2n, days(7)) },
    },
    {
      ...{ name: "minBond", label: "Attributor's least stake", unit: "open", type: "uint96", documented: open(10_000) },
      bounds: (value) => ({ least: larger(open(2_000), 2n * value("disputeBond")), most: open(10_000_000) }),
    },
    {
      ...{ name: "disputeBond", label: "Dispute bond", unit: "open", type: "uint96", documented: open(1_000) },
      bounds: (value) => ({ least: open(100), most: value("minBond") / 2n }),
    },
    {
      ...{ name: "guardian", label: "Guardian", unit: "address", type: "address" },
      ...{ documented: null, bounds: anyAddress },
    },
  ]);

const escrow = (contract: Instance) =>
  of(contract, [
    {
      ...{ name: "thawTime", label: "Thaw of prepaid credit", unit: "seconds", type: "uint48" },
      ...{ documented: days(3), bounds: between(days(2), days(13)) },
    },
  ]);

/** docs/protocol.md, "Parameters": every governed parameter of a deployment with both pairs. */
export const parameters: readonly Parameter[] = [
  ...settlement("settlement"),
  ...escrow("escrow"),
  ...of("staking", [
    {
      ...{ name: "thaw", label: "Thaw of stake", unit: "seconds", type: "uint48" },
      ...{ documented: days(14), bounds: between(days(13), days(30)) },
    },
  ]),
  ...of("arbiter", [
    {
      ...{ name: "bond", label: "Case bond", unit: "open", type: "uint96" },
      ...{ documented: open(1_000), bounds: between(open(100), open(10_000)) },
    },
  ]),
  ...of("registry", [
    {
      ...{ name: "minProtocolBps", label: "Protocol's least share of a fee", unit: "bps", type: "uint16" },
      ...{ documented: 500n, bounds: between(0n, 1_000n) },
    },
  ]),
  ...of("governor", [
    {
      ...{ name: "votingDelay", label: "Voting delay", unit: "seconds", type: "uint48", getterType: "uint256" },
      ...{ documented: days(2), bounds: between(DAY, days(7)) },
    },
    {
      ...{ name: "votingPeriod", label: "Voting period", unit: "seconds", type: "uint32", getterType: "uint256" },
      ...{ documented: days(5), bounds: between(days(3), days(14)) },
    },
    {
      ...{ name: "proposalThreshold", label: "Votes needed to propose", unit: "open", type: "uint256" },
      ...{ documented: open(1_000_000), bounds: between(open(10_000), open(10_000_000)) },
    },
    {
      ...{
        name: "quorumNumerator",
        label: "Quorum",
        unit: "percent",
        type: "uint256",
        setter: "updateQuorumNumerator",
      },
      ...{ documented: 4n, bounds: between(1n, 20n) },
    },
    {
      ...{ name: "lateQuorumVoteExtension", label: "Extension after a late quorum", unit: "seconds", type: "uint48" },
      ...{ documented: days(2), bounds: between(DAY, days(3)) },
    },
    {
      ...{ name: "timelock", label: "Timelock", unit: "address", type: "address", setter: "updateTimelock" },
      ...{ documented: null, bounds: anyAddress },
    },
  ]),
  ...of("timelock", [
    {
      ...{ name: "minDelay", label: "Timelock delay", unit: "seconds", type: "uint256" },
      ...{ getter: "getMinDelay", setter: "updateDelay", documented: days(2), bounds: between(DAY, days(30)) },
    },
  ]),
  ...settlement("dollarSettlement"),
  ...escrow("dollarEscrow"),
];

/** Those that exist in a deployment: without a stable token, one pair. */
export function parametersOf({ contracts }: Pick<Deployment, "contracts">): Parameter[] {
  return parameters.filter(({ contract }) => contracts[contract] !== undefined);
}
