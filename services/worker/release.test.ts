import { rmSync } from "node:fs";
import path from "node:path";
import { keccak256 } from "viem";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { registryAbi } from "../../lib/abi/registry.ts";
import { contentHash, contributionRoot, ledgerRoot } from "../../lib/attribution/index.ts";
import { assetKind } from "../../lib/chain/assetKind.ts";
import { walletClient } from "../../lib/chain/clients.ts";
import { releasableEntries } from "../../lib/db/worker/releases.ts";
import { type ModelDocument, putDocument } from "../../lib/storage/documents.ts";
import { release } from "./release.ts";
import { type LocalStack, startLocalStack } from "./testing/localStack.ts";
import { settlementWorld } from "./testing/settlementWorld.ts";
import { transact } from "./transact.ts";

vi.mock(import("../../lib/db/worker/releases.ts"), { spy: true });

let stack: LocalStack;
let world: Awaited<ReturnType<typeof settlementWorld>>;
let run: () => Promise<boolean>;
let model: bigint;
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
const AUTHOR = `0x${"a".repeat(40)}` as const;
const rootOf = (id: number) => contributionRoot([contentHash(`text ${id}`)], AUTHOR);
/** Reads a text into the store, as intake does. */
const keep = async (id: number, text = `text ${id}`) => {
  const { cid } = await world.context.store.put(new TextEncoder().encode(text));
  await stack.sql`insert into worker.content
    values (${id}, 'x', 'text/plain', ${cid}, 1, 1, 0, null, ${`ipfs://${id}`}, ${rootOf(id)})
    on conflict (contribution) do update set cid = excluded.cid`;
  return cid;
};
const accept = (id: number) => stack.sql`
  insert into indexer.contribution (id, datanet, contributor, status, root, uri, finalized_block, finalized_log_index)
  values (${id}, ${String(DATANET)}, ${AUTHOR}, 'accepted', ${rootOf(id)}, ${`ipfs://${id}`}, ${id}, 0)`;
const acceptWhole = (id: number) => keep(id).then(() => accept(id));
const published = (id = DATANET) => {
  const { registry } = world.context.deployment.contracts;
  return world.chain.readContract({ address: registry, abi: registryAbi, functionName: "versionOf", args: [id] });
};
/** The next time that the entries of a version to come are read, something is decided just before. */
const decideMeanwhile = async (decide: () => Promise<unknown>) => {
  const { releasableEntries: read } = await vi.importActual<{ releasableEntries: typeof releasableEntries }>(
    "../../lib/db/worker/releases.ts",
  );
  vi.mocked(releasableEntries).mockImplementationOnce(async (...asked) => {
    await decide();
    return read(...asked);
  });
};

it("publishes a version when the same was accepted twice in a row, and never twice, however far behind the index is", async () => {
  await acceptWhole(1);
  await run();
  await acceptWhole(2); // a stream of decisions: what was seen before is not what is there now
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
  await acceptWhole(3);
  await stack.sql`insert into indexer.contribution (id, datanet, status, root, revealed_at)
    values (4, ${String(DATANET)}, 'revealed', ${rootOf(4)}, ${Number(timestamp)})`;
  for (let poll = 0; poll < 3; poll++) await run();
  expect(await published()).toBe(2);
  await world.chain.increaseTime({ seconds: 700 });
  await world.chain.mine({ blocks: 1 });
  for (let poll = 0; poll < 2; poll++) await run();
  expect(await published()).toBe(3);
});

it("publishes nothing before every text of it is in the store and is what was committed, and says so once", async () => {
  const lines: string[] = [];
  run = release({ ...world.context, releaseKeys: [world.context.gatewayKey] }, noTrainer, (line) => lines.push(line));
  const stays = async () => {
    for (let poll = 0; poll < 3; poll++) await run();
    expect(await published()).toBe(3);
  };
  await stack.sql`update indexer.asset set version = 3 where id = ${String(DATANET)}`;
  await accept(5);
  await stays(); // never read
  const cid = await keep(5, "another text");
  await stays();
  await keep(5);
  const { store } = world.context;
  rmSync(path.join(store.directory, cid.slice(-2), cid));
  const good = await keep(5);
  rmSync(path.join(store.directory, good.slice(-2), good));
  await stays(); // lost
  expect(lines).toEqual([expect.stringContaining("datanet 4 gets no new version yet: the text of contribution 5")]);
  await keep(5);
  await run();
  expect(await published()).toBe(4);
});

it("keeps a model's older version while a text of the next is not to be had", async () => {
  const { gateway, gatewayKey, deployment, store } = world.context;
  const { registry } = deployment.contracts;
  const none = { provider: 0, owner: 0, contributors: 0, stakers: 0 };
  await transact(walletClient(gatewayKey), {
    ...{ address: registry, abi: registryAbi, functionName: "register" },
    args: [assetKind.model, none, keccak256("0x"), [DATANET], "ipfs://model"],
  });
  model = await world.chain.readContract({ address: registry, abi: registryAbi, functionName: "count" });
  await stack.sql`insert into indexer.asset (id, kind, owner, version, uri, content_hash)
    values (${String(model)}, ${assetKind.model}, ${gateway.address.toLowerCase()}, 1, 'ipfs://model', ${keccak256("0x")})`;
  await stack.sql`update indexer.asset set version = 4, content_hash = ${datanetHash()} where id = ${String(DATANET)}`;
  for (const [id, version, parents, block] of [[model, 1, [DATANET], 1] as const, [DATANET, 4, [], 100] as const]) {
    await stack.sql`insert into indexer.asset_version (asset_id, version, parents, block, log_index)
      values (${String(id)}, ${version}, ${stack.sql.array(parents.map(String))}::numeric[], ${block}, 0)`;
  }
  const lost = await keep(1);
  rmSync(path.join(store.directory, lost.slice(-2), lost));
  const lines: string[] = [];
  run = release({ ...world.context, releaseKeys: [gatewayKey] }, noTrainer, (line) => lines.push(line));
  for (let poll = 0; poll < 3; poll++) await run();
  expect(lines).toEqual([
    expect.stringContaining(`model ${model} gets no new version yet: the text of contribution 1`),
  ]);
  await keep(1);
  await run();
  expect(lines.at(-1)).not.toContain("contribution 1"); // its document is the next thing that is missing
});

it("publishes a model's next version once, however far behind the index is", async () => {
  const { uri, contentHash } = await putDocument(modelDocument, world.context.store);
  await stack.sql`update indexer.asset set uri = ${uri}, content_hash = ${contentHash} where id = ${String(model)}`;
  for (let poll = 0; poll < 3; poll++) await run();
  expect(await published(model)).toBe(2);
});

it("looks at no text of a version that something was decided about meanwhile", async () => {
  const lines: string[] = [];
  run = release({ ...world.context, releaseKeys: [world.context.gatewayKey] }, noTrainer, (line) => lines.push(line));
  await acceptWhole(6);
  await run();
  await decideMeanwhile(() => accept(7)); // its text was never read
  await run();
  expect(lines).toEqual([]);
  expect(await published()).toBe(4);
  await keep(7);
  for (let poll = 0; poll < 2; poll++) await run();
  expect(await published()).toBe(5);
});

it("works a version out again when what it was worked out from has been taken back", async () => {
  await stack.sql`update indexer.asset set version = 5 where id = ${String(DATANET)}`;
  await acceptWhole(8);
  await decideMeanwhile(() => acceptWhole(9));
  await run();
  await stack.sql`delete from indexer.contribution where id = 9`;
  for (let poll = 0; poll < 3; poll++) await run();
  expect(await published()).toBe(6);
});

const modelDocument: ModelDocument = {
  ...{ type: "model", name: "Quotes", summary: "Quotes its datanet.", description: "", method: "datanet-extractive" },
  ...{ price: { perThousandTokens: "1" }, licence: "CC0-1.0", contact: "us@example.org" },
};

const datanetHash = () =>
  ledgerRoot([1, 2, 3, 5].map((id) => ({ id: BigInt(id), root: rootOf(id), kind: "paid" as const })));
