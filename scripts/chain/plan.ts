import { type Address, type Hex, zeroAddress } from "viem";
import type { Deployment } from "../../lib/chain/deployment.ts";
import type { ContractName } from "./artifacts.ts";

export type Instance = keyof Deployment["contracts"];
export type Addresses = Record<Instance, Address>;

/** A constructor's argument under the name of the getter that gives it back, or under null if there is none. */
export type Argument = [getter: string | null, value: unknown];

export type Step = { instance: Instance; contract: ContractName; args: (at: Addresses) => Argument[] };

export type PlanOptions = {
  /** May stop posts and verdicts for a week. */
  guardian: Address;
  /** Receives the whole supply of OPEN. */
  holder: Address;
  /** The first version of datanet 1, which nobody owns. */
  commons: { contentHash: Hex; uri: string };
  minProtocolBps: number;
  /** In wei of OPEN. */
  minBond: bigint;
  /** For the second pair of escrow and settlement: a token's address, or `test` for one that anybody mints. */
  stable?: Address | "test" | undefined;
};

/** What is created, in this order. */
export function deploymentPlan({ guardian, holder, commons, minProtocolBps, minBond, stable }: PlanOptions): Step[] {
  const dollar = (at: Addresses) => (stable === "test" ? at.dollar : (stable ?? zeroAddress));
  const dollarSettlement = (at: Addresses) => (stable ? at.dollarSettlement : zeroAddress);

  const pair = (escrow: Instance, settlement: Instance, token: (at: Addresses) => Address): Step[] => [
    {
      instance: escrow,
      contract: "Escrow",
      args: (at) => [
        ["token", token(at)],
        ["settlement", at[settlement]],
        ["governance", at.timelock],
      ],
    },
    {
      instance: settlement,
      contract: "Settlement",
      args: (at) => [
        ["token", token(at)],
        ["registry", at.registry],
        ["staking", at.staking],
        ["escrow", at[escrow]],
        ["arbiter", at.arbiter],
        ["minBond", minBond],
        ["governance", at.timelock],
        ["guardian", guardian],
      ],
    },
  ];

  const steps: Step[] = [
    { instance: "open", contract: "Open", args: () => [[null, holder]] },
    {
      instance: "registry",
      contract: "Registry",
      args: (at) => [
        ["minProtocolBps", minProtocolBps],
        [null, commons.contentHash],
        [null, commons.uri],
        ["governance", at.timelock],
      ],
    },
    {
      instance: "staking",
      contract: "Staking",
      args: (at) => [
        ["token", at.open],
        ["registry", at.registry],
        ["settlement", at.settlement],
        ["stable", dollar(at)],
        ["stableSettlement", dollarSettlement(at)],
        ["arbiter", at.arbiter],
        ["governance", at.timelock],
      ],
    },
    ...pair("escrow", "settlement", (at) => at.open),
    {
      instance: "curation",
      contract: "Curation",
      args: (at) => [
        ["token", at.open],
        ["registry", at.registry],
        ["staking", at.staking],
        ["governance", at.timelock],
        ["arbiter", at.arbiter],
      ],
    },
  ];
  if (stable === "test") steps.push({ instance: "dollar", contract: "TestDollar", args: () => [] });
  if (stable) steps.push(...pair("dollarEscrow", "dollarSettlement", dollar));
  return [...steps, ...GOVERNMENT];
}

const GOVERNMENT: Step[] = [
  {
    instance: "arbiter",
    contract: "Arbiter",
    args: (at) => [
      ["token", at.open],
      ["registry", at.registry],
      ["staking", at.staking],
      ["curation", at.curation],
      ["governance", at.timelock],
    ],
  },
  {
    instance: "votePower",
    contract: "VotePower",
    args: (at) => [
      ["held", at.open],
      ["staked", at.staking],
    ],
  },
  { instance: "timelock", contract: "Timelock", args: (at) => [[null, at.governor]] },
  {
    instance: "governor",
    contract: "OpenGovernor",
    args: (at) => [
      ["token", at.votePower],
      ["timelock", at.timelock],
    ],
  },
];
