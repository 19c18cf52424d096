import { type Address, type Hex, zeroAddress } from "viem";
import type { Deployment } from "../../lib/chain/deployment.ts";
import type { ContractName } from "./artifacts.ts";

export type Instance = keyof Deployment["contracts"];
export type Addresses = Record<Instance, Address>;

/** A constructor's argument under the name of the getter that gives it back, or under null if there is none. */
export type Argument = [getter: string | null, value: unknown];

export type Step = { instance: Instance; contract: ContractName; args: (at: Addresses) => Argument[] };

/** Who judges and governs: one account, or the contracts with a guardian who may pause. */
export type Authority = { council: Address } | { guardian: Address };

export type PlanOptions = {
  authority: Authority;
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

/** What is created, in this order. With a council there is neither arbiter nor governor. */
export function deploymentPlan({ authority, holder, commons, minProtocolBps, minBond, stable }: PlanOptions): Step[] {
  const council = "council" in authority ? authority.council : undefined;
  const guardian = "guardian" in authority ? authority.guardian : authority.council;
  const judge = (at: Addresses) => council ?? at.arbiter;
  const governance = (at: Addresses) => council ?? at.timelock;
  const dollar = (at: Addresses) => (stable === "test" ? at.dollar : (stable ?? zeroAddress));
  const dollarSettlement = (at: Addresses) => (stable ? at.dollarSettlement : zeroAddress);

  const pair = (escrow: Instance, settlement: Instance, token: (at: Addresses) => Address): Step[] => [
    {
      instance: escrow,
      contract: "Escrow",
      args: (at) => [
        ["token", token(at)],
        ["settlement", at[settlement]],
        ["governance", governance(at)],
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
        ["arbiter", judge(at)],
        ["minBond", minBond],
        ["governance", governance(at)],
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
        ["governance", governance(at)],
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
        ["arbiter", judge(at)],
        ["governance", governance(at)],
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
        ["governance", governance(at)],
        ["arbiter", judge(at)],
      ],
    },
  ];
  if (stable === "test") steps.push({ instance: "dollar", contract: "TestDollar", args: () => [] });
  if (stable) steps.push(...pair("dollarEscrow", "dollarSettlement", dollar));
  return council ? steps : [...steps, ...GOVERNMENT];
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
