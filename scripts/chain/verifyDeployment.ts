import { type Address, type Hex, type PublicClient, zeroAddress } from "viem";
import { openAbi } from "../../lib/abi/open.ts";
import { registryAbi } from "../../lib/abi/registry.ts";
import { timelockAbi } from "../../lib/abi/timelock.ts";
import { parameters } from "../../lib/chain/parameters.ts";
import { type Artifact, type ContractName, readArtifact } from "./artifacts.ts";
import type { Addresses, Step } from "./plan.ts";

type Deployed = { plan: Step[]; addresses: Addresses; deployer: Address; holder: Address; startBlock: bigint };

/** What no constructor's argument says. */
const FRESH: Partial<Record<ContractName, Record<string, bigint>>> = {
  Escrow: { nextSettlementAt: 0n },
  Settlement: { pausedUntil: 0n },
};

/**
 * Reads the chain back: code is what was built, every link and parameter is the intended one, the whole supply is the holder's, the commons
 * are nobody's, the timelock obeys the governor alone, and the deployer holds neither OPEN nor assets nor a role.
 * @throws naming the first thing that is not so.
 */
export async function verifyDeployment(client: PublicClient, deployed: Deployed): Promise<void> {
  const { plan, addresses, startBlock } = deployed;
  for (const step of plan) {
    const address = addresses[step.instance];
    await verifyCode(client, step.contract, address);
    await verifyValues(client, step, address, addresses);
  }
  await verifyMoney(client, deployed);
  await verifyRoles(client, deployed, startBlock);
}

async function verifyValues(client: PublicClient, step: Step, address: Address, at: Addresses): Promise<void> {
  const { abi } = readArtifact(step.contract);
  const given = step.args(at);
  // Parameters that the deployment did not choose are the documented ones.
  const documented = parameters
    .filter(
      ({ contract, name, documented }) =>
        contract === step.instance && documented !== null && !given.some(([getter]) => getter === name),
    )
    .map(({ getter, documented }) => [getter.name, documented] as const);
  for (const [functionName, value] of [...given, ...documented, ...Object.entries(FRESH[step.contract] ?? {})]) {
    if (functionName === null) continue;
    expectSame(`${step.instance}.${functionName}`, await client.readContract({ address, abi, functionName }), value);
  }
}

async function verifyMoney(client: PublicClient, { addresses, deployer, holder }: Deployed): Promise<void> {
  const open = { address: addresses.open, abi: openAbi } as const;
  const registry = { address: addresses.registry, abi: registryAbi } as const;
  const commons = await client.readContract({ ...registry, functionName: "COMMONS" });
  const owner = await client.readContract({ ...registry, functionName: "ownerOf", args: [commons] });
  expectSame("the commons' owner", owner, addresses.registry);
  const assets = await client.readContract({ ...registry, functionName: "balanceOf", args: [deployer] });
  expectSame("the deployer's new assets", assets, 0n);
  const balanceOf = (account: Address) => client.readContract({ ...open, functionName: "balanceOf", args: [account] });
  const supply = await client.readContract({ ...open, functionName: "totalSupply" });
  expectSame("the supply outside the holder", supply - (await balanceOf(holder)), 0n);
  if (deployer.toLowerCase() !== holder.toLowerCase()) expectSame("the deployer's OPEN", await balanceOf(deployer), 0n);
}

/** Exactly four roles were ever granted and none taken back: whoever is not named here, the deployer too, has none. */
async function verifyRoles(client: PublicClient, { addresses }: Deployed, fromBlock: bigint): Promise<void> {
  const timelock = { address: addresses.timelock, abi: timelockAbi } as const;
  const role = (functionName: "PROPOSER_ROLE" | "CANCELLER_ROLE" | "EXECUTOR_ROLE" | "DEFAULT_ADMIN_ROLE") =>
    client.readContract({ ...timelock, functionName });
  const expected = [
    [await role("DEFAULT_ADMIN_ROLE"), addresses.timelock],
    [await role("PROPOSER_ROLE"), addresses.governor],
    [await role("CANCELLER_ROLE"), addresses.governor],
    [await role("EXECUTOR_ROLE"), zeroAddress],
  ] as const;
  for (const args of expected) {
    expectSame(
      `role ${args[0]} of ${args[1]}`,
      await client.readContract({ ...timelock, functionName: "hasRole", args }),
      true,
    );
  }
  const events = { ...timelock, fromBlock, strict: true } as const;
  const granted = await client.getContractEvents({ ...events, eventName: "RoleGranted" });
  const text = (pairs: (readonly [string, string])[]) =>
    pairs
      .map((pair) => pair.join(" of ").toLowerCase())
      .sort()
      .join(", ");
  expectSame("roles in the timelock", text(granted.map(({ args }) => [args.role, args.account])), text([...expected]));
}

function expectSame(what: string, actual: unknown, expected: unknown): void {
  if (comparable(actual) === comparable(expected)) return;
  throw new Error(`deployment: ${what} is ${actual}, expected ${expected}.`);
}

/** Small integers come as numbers, large ones as bigint; addresses in any case. */
const comparable = (value: unknown) => (typeof value === "string" ? value.toLowerCase() : String(value));

async function verifyCode(client: PublicClient, name: ContractName, address: Address): Promise<void> {
  const artifact = readArtifact(name);
  const code = await client.getCode({ address });
  if (!code) throw new Error(`deployment: there is no code at ${address}, where ${name} should be.`);
  if (maskImmutables(code, artifact) !== maskImmutables(artifact.deployedBytecode, artifact)) {
    throw new Error(`deployment: the code at ${address} is not what contracts/src/${name}.sol compiles to.`);
  }
}

/** Code with the bytes that the constructor fills in set to zero. */
export function maskImmutables(code: Hex, { immutables }: Pick<Artifact, "immutables">): string {
  const bytes = Buffer.from(code.slice(2), "hex");
  for (const { start, length } of immutables) bytes.fill(0, start, start + length);
  return bytes.toString("hex");
}
