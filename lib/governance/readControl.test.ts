import { type Address, type Hex, keccak256, stringToHex, zeroAddress } from "viem";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { deployed } from "../../services/worker/testing/deployed.ts";
import { type LocalStack, startLocalStack } from "../../services/worker/testing/localStack.ts";
import { timelockAbi } from "../abi/timelock.ts";
import { publicClient, readDeployment } from "../chain/clients.ts";
import type { Deployment } from "../chain/deployment.ts";
import { localAccounts } from "../chain/localAccounts.ts";
import type { HeldRole } from "../db/queries/roles.ts";
import { checkGoverned, checkRoles, readGuardians } from "./readControl.ts";

let stack: LocalStack;
let deployment: Deployment;
let held: HeldRole[];

beforeAll(async () => {
  stack = await startLocalStack({ chain: true });
  deployment = await deployed(stack);
  // As the index has them: by the events.
  const timelock = { address: deployment.contracts.timelock, abi: timelockAbi, fromBlock: 0n } as const;
  const roles = new Map<string, HeldRole>();
  const change = ({ role, account }: { role?: Hex; account?: Address }) => `${role} ${account}`;
  for (const { args } of await publicClient().getContractEvents({ ...timelock, eventName: "RoleGranted" }))
    roles.set(change(args), { contract: "timelock", role: args.role!, account: args.account!, at: 1, tx: "0x" });
  for (const { args } of await publicClient().getContractEvents({ ...timelock, eventName: "RoleRevoked" }))
    roles.delete(change(args));
  held = [...roles.values()];
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

const stranger = localAccounts().payers[0]!.address;
const proposer = keccak256(stringToHex("PROPOSER_ROLE"));
const soundness = async (roles: readonly HeldRole[]) => (await checkRoles(roles)).map(({ sound }) => sound);

it("finds a fresh deployment sound: four roles, each with its one holder", async () => {
  const { governor, timelock } = deployment.contracts;
  const checks = await checkRoles(held);
  expect(checks.map(({ expected, holders }) => [holders.map(({ account }) => account), expected])).toEqual([
    [[governor], governor],
    [[governor], governor],
    [[zeroAddress], zeroAddress],
    [[timelock], timelock],
  ]);
  expect(checks.every(({ sound }) => sound)).toBe(true);
});

it("raises the alarm about a holder too many, one that the chain does not confirm, another one, and none", async () => {
  const own = held.find(({ role }) => role === proposer)!;
  const others = held.filter((one) => one !== own);
  expect(await soundness([...held, { ...own, account: stranger }])).toEqual([false, true, true, true]);
  expect(await soundness([...others, { ...own, account: stranger }])).toEqual([false, true, true, true]);
  expect(await soundness(others)).toEqual([false, true, true, true]);
  const [check] = await checkRoles([...held, { ...own, account: stranger }]);
  expect(check!.holders.map((holder) => holder.held)).toEqual([true, false]);
  // Somebody else's contract may call a role the same.
  expect(await soundness([...held, { ...own, account: stranger, contract: "other" }])).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

it("finds whom each contract obeys, and who obeys another", async () => {
  const all = await checkGoverned();
  expect(all.map(({ contract }) => contract)).toEqual(expect.arrayContaining(["settlement", "escrow", "arbiter"]));
  expect(all.every(({ sound, governance }) => sound && governance === deployment.contracts.timelock)).toBe(true);
  const { contracts } = readDeployment();
  const { timelock } = contracts;
  contracts.timelock = stranger;
  expect((await checkGoverned()).some(({ sound }) => sound)).toBe(false);
  contracts.timelock = timelock;
});

it("is not sound where the chain does not answer, and a guardian is not made up", async () => {
  const guardians = await readGuardians();
  expect(guardians[0]).toMatchObject({
    contract: "settlement",
    guardian: localAccounts().guardian.address,
    pausedUntil: 0,
  });
  vi.spyOn(publicClient(), "readContract").mockRejectedValue(new Error("away"));
  const [role] = await checkRoles(held);
  expect([role!.sound, role!.holders[0]!.held]).toEqual([false, null]);
  expect((await checkGoverned()).map(({ sound, governance }) => [sound, governance])[0]).toEqual([false, null]);
  await expect(readGuardians()).rejects.toThrow("away");
});
