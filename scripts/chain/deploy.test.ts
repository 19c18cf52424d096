import { createPublicClient, http, keccak256, parseEther, toHex } from "viem";
import { afterAll, beforeAll, expect, test } from "vitest";
import { registryAbi } from "../../lib/abi/registry.ts";
import { settlementAbi } from "../../lib/abi/settlement.ts";
import { stakingAbi } from "../../lib/abi/staking.ts";
import { deploymentSchema } from "../../lib/chain/deployment.ts";
import { localAccounts } from "../../lib/chain/localAccounts.ts";
import { readArtifact } from "./artifacts.ts";
import { type DeployOptions, deploy } from "./deploy.ts";
import { type Addresses, deploymentPlan } from "./plan.ts";
import { startAnvil } from "./testing/startAnvil.ts";
import { maskImmutables, verifyDeployment } from "./verifyDeployment.ts";

const { deployer, holder, guardian, gateway, treasury } = localAccounts();
const commons = { contentHash: keccak256(toHex("commons")), uri: "ipfs://commons" };

let anvil: Awaited<ReturnType<typeof startAnvil>>;
let rpcUrl: string;

beforeAll(async () => {
  anvil = await startAnvil();
  rpcUrl = anvil.rpcUrl;
});

afterAll(() => anvil.stop());

const options = (): DeployOptions => ({
  rpcUrl,
  chainName: "test",
  deployer,
  holder: holder.address,
  guardian: guardian.address,
  gateway: gateway.address,
  treasury: treasury.address,
  commons,
});

test("deploys twice from one account, each time to a checked and complete deployment", async () => {
  const first = await deploy(options());
  expect(deploymentSchema.parse(first)).toEqual(first);
  expect(first).toMatchObject({ chainId: 31337, chainName: "test", startBlock: 1, gateway: gateway.address });

  const second = await deploy(options());
  expect(second.genesisHash).toBe(first.genesisHash);
  expect(second.startBlock).toBe(11);
  expect(new Set([...Object.values(first.contracts), ...Object.values(second.contracts)]).size).toBe(20);

  const client = createPublicClient({ transport: http(rpcUrl) });
  const registry = { address: first.contracts.registry, abi: registryAbi } as const;
  const [published] = await client.getContractEvents({ ...registry, eventName: "Published", fromBlock: 0n });
  expect(published?.args).toMatchObject({ id: 1n, version: 1, ...commons, parents: [] });
});

test("with a stable token there is a second pair, and one stake backs both", async () => {
  const seen: string[] = [];
  const progress = (instance: string) => seen.push(instance);
  const { contracts } = await deploy({ ...options(), stable: "test", progress });
  expect(seen).toHaveLength(13);
  expect(Object.keys(contracts).sort()).toEqual(seen.sort());

  const client = createPublicClient({ transport: http(rpcUrl) });
  const staking = { address: contracts.staking, abi: stakingAbi } as const;
  expect(await client.readContract({ ...staking, functionName: "arbiter" })).toBe(contracts.arbiter);
  expect(await client.readContract({ ...staking, functionName: "stable" })).toBe(contracts.dollar);
  const settlement = { address: contracts.dollarSettlement!, abi: settlementAbi } as const;
  expect(await client.readContract({ ...settlement, functionName: "bondToken" })).toBe(contracts.open);
  expect(await client.readContract({ ...settlement, functionName: "guardian" })).toBe(guardian.address);
  expect(await client.readContract({ ...settlement, functionName: "governance" })).toBe(contracts.timelock);
});

test("a deployment that is not what was planned is named", async () => {
  const { contracts, startBlock } = await deploy(options());
  const client = createPublicClient({ transport: http(rpcUrl) });
  const plan = deploymentPlan({
    ...options(),
    guardian: gateway.address,
    minProtocolBps: 500,
    minBond: parseEther("10000"),
  });
  const accounts = { deployer: deployer.address, holder: holder.address };
  const deployed = { plan, addresses: contracts as Addresses, ...accounts, startBlock: BigInt(startBlock) };
  await expect(verifyDeployment(client, deployed)).rejects.toThrow(
    `deployment: settlement.guardian is ${guardian.address}, expected ${gateway.address}.`,
  );
  const swapped = { ...deployed, addresses: { ...deployed.addresses, open: contracts.registry } };
  await expect(verifyDeployment(client, swapped)).rejects.toThrow("is not what contracts/src/Open.sol compiles to");
});

test.each([
  [{ minProtocolBps: 1_001 }, "minProtocolBps is 1001; give whole basis points from 0 to 1,000"],
  [{ minProtocolBps: 0.5 }, "minProtocolBps is 0.5"],
  [{ minBond: parseEther("2000") - 1n }, "give at least 2000000000000000000000, twice the dispute bond"],
])("%o is refused before anything is sent", async (bad, message) => {
  const client = createPublicClient({ transport: http(rpcUrl) });
  const before = await client.getTransactionCount({ address: deployer.address });
  await expect(deploy({ ...options(), ...bad })).rejects.toThrow(message);
  expect(await client.getTransactionCount({ address: deployer.address })).toBe(before);
});

test("masking hides immutables and nothing else", () => {
  const artifact = readArtifact("Escrow");
  expect(artifact.immutables.length).toBeGreaterThan(0);
  const { start } = artifact.immutables[0]!;
  const at = (byte: number) => 2 + byte * 2;
  const code = artifact.deployedBytecode;
  const flip = (byte: number) => `${code.slice(0, at(byte))}ee${code.slice(at(byte) + 2)}` as const;
  expect(maskImmutables(flip(start) as `0x${string}`, artifact)).toBe(maskImmutables(code, artifact));
  expect(maskImmutables(flip(0) as `0x${string}`, artifact)).not.toBe(maskImmutables(code, artifact));
});
