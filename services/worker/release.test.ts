import { keccak256, toHex } from "viem";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { registryAbi } from "../../lib/abi/registry.ts";
import { ledgerRoot } from "../../lib/attribution/index.ts";
import { assetKind } from "../../lib/chain/assetKind.ts";
import { walletClient } from "../../lib/chain/clients.ts";
import { release } from "./release.ts";
import { type LocalStack, startLocalStack } from "./testing/localStack.ts";
import { settlementWorld } from "./testing/settlementWorld.ts";
import { transact } from "./transact.ts";

let stack: LocalStack;
let world: Awaited<ReturnType<typeof settlementWorld>>;
let run: () => Promise<boolean>;
/** The registry’s next id: 1 is the commons, 2 the attributor, 3 the validator. */
const DATANET = 4n;

beforeAll(async () => {
  stack = await startLocalStack({ chain: true });
  world = await settlementWorld(stack);
  const { gateway, gatewayKey, deployment } = world.context;
  await world.chain.setBalance({ address: gateway.address, value: 10n ** 19n });
  const none = { provider: 0, owner: 0, contributors: 0, stakers: 0 };
  await transact(walletClient(gatewayKey), {
    ...{ address: deployment.contracts.registry, abi: registryAbi, functionName: "register" },
    args: [assetKind.datanet, none, keccak256("0x"), [], "ipfs://datanet"],
  });
  await stack.sql`insert into indexer.asset (id, kind, owner, version, uri, content_hash)
    values (${String(DATANET)}, ${assetKind.datanet}, ${gateway.address.toLowerCase()}, 1, 'ipfs://datanet', ${keccak256("0x")})`;
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});
beforeEach(() => {
  run = release({ ...world.context, releaseKeys: [world.context.gatewayKey] }, noTrainer, () => {});
});

const noTrainer = { train: () => Promise.reject(new Error("no model here")) };
const rootOf = (id: number) => keccak256(toHex(`text ${id}`));
const accept = (id: number) => stack.sql`insert into indexer.contribution (id, datanet, status, root)
  values (${id}, ${String(DATANET)}, 'accepted', ${rootOf(id)})`;
const published = () => {
  const { registry } = world.context.deployment.contracts;
  return world.chain.readContract({ address: registry, abi: registryAbi, functionName: "versionOf", args: [DATANET] });
};

it("publishes a version when the same was accepted twice in a row, and never twice, however far behind the index is", async () => {
  await accept(1);
  await run();
  await accept(2); // a stream of decisions: what was seen before is not what is there now
  await run();
  expect(await published()).toBe(1);
  await run();
  expect(await published()).toBe(2);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_600_000 });
  for (let poll = 0; poll < 3; poll++) await run();
  vi.useRealTimers();
  expect(await published()).toBe(2);

  const entries = [1, 2].map((id) => ({ id: BigInt(id), root: rootOf(id), kind: "paid" as const }));
  await stack.sql`update indexer.asset set version = 2, content_hash = ${ledgerRoot(entries)} where id = ${String(DATANET)}`;
  for (let poll = 0; poll < 3; poll++) await run();
  expect(await published()).toBe(2);
});

it("waits for what is under review, but only ten minutes for what nobody can read", async () => {
  const { timestamp } = await world.chain.getBlock();
  await accept(3);
  await stack.sql`insert into indexer.contribution (id, datanet, status, root, revealed_at)
    values (4, ${String(DATANET)}, 'revealed', ${rootOf(4)}, ${Number(timestamp)})`;
  for (let poll = 0; poll < 3; poll++) await run();
  expect(await published()).toBe(2);
  await world.chain.increaseTime({ seconds: 700 });
  await world.chain.mine({ blocks: 1 });
  for (let poll = 0; poll < 2; poll++) await run();
  expect(await published()).toBe(3);
});
