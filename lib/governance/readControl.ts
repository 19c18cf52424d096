import { type Address, type Hex, isAddressEqual, keccak256, parseAbi, stringToHex, zeroAddress } from "viem";
import { settlementAbi } from "../abi/settlement.ts";
import { timelockAbi } from "../abi/timelock.ts";
import { publicClient, readDeployment } from "../chain/clients.ts";
import type { Instance } from "../chain/parameters.ts";
import type { HeldRole } from "../db/queries/roles.ts";

const governedAbi = parseAbi(["function governance() view returns (address)"]);
const ADMIN: Hex = `0x${"00".repeat(32)}`;

/** Roles of the timelock, what each may do and who alone should have it. */
const roles = [
  { name: "PROPOSER_ROLE", may: "Queue what passed", expected: "governor" },
  { name: "CANCELLER_ROLE", may: "Take back what is queued", expected: "governor" },
  { name: "EXECUTOR_ROLE", may: "Execute what waited long enough", expected: "anybody" },
  { name: "DEFAULT_ADMIN_ROLE", may: "Give and take these roles", expected: "timelock" },
] as const;

export type RoleCheck = {
  name: string;
  may: string;
  /** By the events; the zero address is everybody. */
  holders: { account: Address /** What `hasRole` says; null: no answer. */; held: boolean | null; at: number }[];
  expected: Address;
  /** Held by the expected account, by it alone, and the chain says so too. */
  sound: boolean;
};

const hashOf = (name: string): Hex => (name === "DEFAULT_ADMIN_ROLE" ? ADMIN : keccak256(stringToHex(name)));

/** The timelock's roles as events gave them, each asked for again on the chain. */
export async function checkRoles(held: readonly HeldRole[]): Promise<RoleCheck[]> {
  const { contracts } = readDeployment();
  const timelock = { address: contracts.timelock, abi: timelockAbi } as const;
  const accounts = { governor: contracts.governor, timelock: contracts.timelock, anybody: zeroAddress };
  return Promise.all(
    roles.map(async ({ name, may, expected }) => {
      const mine = held.filter(({ contract, role }) => contract === "timelock" && role === hashOf(name));
      const holders = await Promise.all(
        mine.map(async ({ account, at }) => {
          const args = [hashOf(name), account] as const;
          const has = await publicClient()
            .readContract({ ...timelock, functionName: "hasRole", args })
            .catch(() => null);
          return { account, at, held: has };
        }),
      );
      const only = holders.length === 1 ? holders[0]! : null;
      const sound = only !== null && only.held === true && isAddressEqual(only.account, accounts[expected]);
      return { name, may, holders, expected: accounts[expected], sound };
    }),
  );
}

export type Governor = { contract: Instance /** Null: no answer. */; governance: Address | null; sound: boolean };

const governed: Instance[] = [
  ...(["settlement", "escrow", "staking", "registry", "curation", "arbiter"] as const),
  ...(["dollarSettlement", "dollarEscrow"] as const),
];

/** Whom each contract obeys, by its own immutable: the timelock and nobody else. */
export async function checkGoverned(): Promise<Governor[]> {
  const { contracts } = readDeployment();
  const present = governed.filter((contract) => contracts[contract] !== undefined);
  return Promise.all(
    present.map(async (contract) => {
      const governance = await publicClient()
        .readContract({ address: contracts[contract]!, abi: governedAbi, functionName: "governance" })
        .catch(() => null);
      return { contract, governance, sound: governance !== null && isAddressEqual(governance, contracts.timelock) };
    }),
  );
}

export type Guardian = {
  contract: Instance;
  guardian: Address /** Unix seconds; in the past: not paused. */;
  pausedUntil: number;
};

/** Who may pause each settlement, and until when it is. @throws when the chain does not answer */
export async function readGuardians(): Promise<Guardian[]> {
  const { contracts } = readDeployment();
  const settlements = (["settlement", "dollarSettlement"] as const).filter((contract) => contracts[contract]);
  return Promise.all(
    settlements.map(async (contract) => {
      const at = { address: contracts[contract]!, abi: settlementAbi } as const;
      const [guardian, pausedUntil] = await Promise.all([
        publicClient().readContract({ ...at, functionName: "guardian" }),
        publicClient().readContract({ ...at, functionName: "pausedUntil" }),
      ]);
      return { contract, guardian, pausedUntil };
    }),
  );
}
