import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { parseEther } from "viem";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createParaphraser } from "../../../services/provider/testing/paraphraser.ts";
import { upstreamModel } from "../../../services/provider/upstreamModel.ts";
import { type LocalStack, startLocalStack } from "../../../services/worker/testing/localStack.ts";
import { tokenise } from "../../attribution/index.ts";
import { gatewayWorld, PRICE } from "../testing/gatewayWorld.ts";
import { MOST_ADDED_WORDS } from "./addPassages.ts";

let stack: LocalStack;
let world: Awaited<ReturnType<typeof gatewayWorld>>;
let paraphraser: Server;
const PLENTY = parseEther("10000");
const MODEL = 21n;
const QUESTION = "Which lanterns does a vessel burn at the mooring?";
const TEXTS = [
  "Any vessel at the mooring shall burn two amber lanterns from dusk until the chapel bell rings at dawn.",
  "A vessel without lanterns leaves the mooring before dusk, or the harbourmaster tows it to the sandbank himself.",
  "Glaciers calve thunderous icebergs whenever midsummer meltwater undermines ancient moraines.",
];

beforeAll(async () => {
  stack = await startLocalStack({ chain: false });
  world = await gatewayWorld(stack);
  const { sql } = stack;
  await sql`insert into indexer.asset (id, kind, owner) values (1, 0, '0x0'), (4, 0, '0x0')`;
  await sql`insert into indexer.asset_version (asset_id, version, parents, uri, block, log_index) values (4, 1, '{}', '', 20, 0)`;
  for (const [i, text] of TEXTS.entries()) {
    const [id, root] = [i + 11, `0x${String(i).repeat(64)}`];
    const { cid } = await world.gateway.store.put(new TextEncoder().encode(text));
    await sql`insert into indexer.contribution (id, datanet, contributor, status, root, uri, finalized_block, finalized_log_index)
      values (${id}, 4, ${`0x${"2".repeat(40)}`}, 'accepted', ${root}, ${`ipfs://${cid}`}, 10, ${i})`;
    await sql`insert into worker.content (contribution, title, media_type, cid, bytes, words, contained_bps, uri, root)
      values (${id}, ${`Rule ${i}`}, 'text/plain', ${cid}, 1, 1, 0, ${`ipfs://${cid}`}, ${root})`;
  }
  await world.publishModel({ id: MODEL, name: "Harbour", upstream: "paraphrase" });
  await sql`update indexer.asset_version set parents = '{4}', block = 25 where asset_id = ${String(MODEL)}`;
  paraphraser = createParaphraser();
  await new Promise<void>((resolve) => paraphraser.listen(0, "127.0.0.1", resolve));
});
afterEach(async () => {
  world.takenDown.clear();
  await world.removeProviders();
});
afterAll(async () => {
  paraphraser?.close();
  await stack?.stop();
  vi.unstubAllEnvs();
});

const upstream = (model = "paraphrase", port = (paraphraser.address() as AddressInfo).port) =>
  upstreamModel({ url: `http://127.0.0.1:${port}/v1`, key: undefined }, model);
const ask = (key: string, content = QUESTION, body: object = {}) =>
  world.ask(key, { model: "harbour", messages: [{ role: "user", content }], ...body });
const kept = async (payer: string) => {
  const [row] =
    await stack.sql`select passages, prompt_tokens, question, fee from gateway.receipt where payer = ${payer}`;
  return row;
};

describe("a model that answers in its own words", () => {
  it("is given the passages of its datanets; they are logged, metered and billed with the answer", async () => {
    await world.addProvider(3n, upstream());
    const payer = await world.addPayer(PLENTY);
    const { choices, usage, openledger } = await (await ask(payer.key)).json();
    expect(choices[0].message.content).toContain("“Any vessel at the mooring shall burn two amber lanterns from dusk”");
    const row = (await kept(payer.payer))!;
    const words = TEXTS.slice(0, 2).map((text) => tokenise(text).length);
    expect(row.passages).toEqual([
      [11, 0, words[0]],
      [12, 0, words[1]],
    ]);
    expect(row.question).toBe(QUESTION);
    expect(usage.prompt_tokens).toBe(tokenise(QUESTION).length + words[0]! + words[1]!);
    expect(row.promptTokens).toBe(usage.prompt_tokens);
    expect(BigInt(openledger.fee)).toBe((BigInt(usage.total_tokens) * PRICE + 999n) / 1000n);
  });

  it("is asked without any when no word of the question is in its datanets: the log is empty, not absent", async () => {
    await world.addProvider(3n, upstream());
    const payer = await world.addPayer(PLENTY);
    const { choices, usage } = await (await ask(payer.key, "Zzyzx?")).json();
    expect(choices[0].message.content).toBe("Nothing was given to answer that from.");
    expect((await kept(payer.payer))!.passages).toEqual([]);
    expect(usage.prompt_tokens).toBe(1);
  });

  it("never sees what was taken down", async () => {
    world.takenDown.add(11n);
    await world.addProvider(3n, upstream());
    const payer = await world.addPayer(PLENTY);
    const { choices } = await (await ask(payer.key)).json();
    expect(choices[0].message.content).not.toContain("amber");
    expect((await kept(payer.payer))!.passages.map(([id]: [number]) => id)).toEqual([12]);
  });

  it("has the words that may be added set aside, and only those that were are charged", async () => {
    await world.addProvider(3n, upstream());
    const most = BigInt(tokenise(QUESTION).length + MOST_ADDED_WORDS + 10);
    const enough = (most * PRICE) / 1000n;
    const [poor, rich] = [await world.addPayer(enough - 1n), await world.addPayer(enough)];
    expect((await ask(poor.key, QUESTION, { max_tokens: 10 })).status).toBe(402);
    expect((await ask(rich.key, QUESTION, { max_tokens: 10 })).status).toBe(200);
    expect((await kept(rich.payer))!.fee).toBeLessThan(enough / 2n);
  });

  it("is cut at max_tokens, however much it says", async () => {
    await world.addProvider(3n, upstream("endless"));
    const payer = await world.addPayer(PLENTY);
    const { choices, usage } = await (await ask(payer.key, QUESTION, { max_tokens: 50 })).json();
    expect([choices[0].finish_reason, usage.completion_tokens]).toEqual(["length", 50]);
  });

  it.each([
    ["is down", () => upstream("paraphrase", 9)],
    ["answers nonsense", () => upstream("nonsense")],
    ["says nothing", () => upstream("mute")],
  ])("charges nothing when its upstream %s", async (_, model) => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    await world.addProvider(3n, model());
    const payer = await world.addPayer(PLENTY);
    const answer = await ask(payer.key);
    expect([answer.status, (await answer.json()).error.code]).toEqual([503, "provider_unavailable"]);
    expect(await kept(payer.payer)).toBeUndefined();
    expect(await world.reservationsOf(payer.payer)).toBe(0);
    log.mockRestore();
  });

  it("is not asked at all while its passages cannot be had, or the chain does not say which still stand", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    await world.addProvider(3n, upstream());
    const payer = await world.addPayer(PLENTY);
    const takenDown = vi.spyOn(world.gateway.chain, "isTakenDown").mockRejectedValue(new Error("no chain"));
    const silent = await ask(payer.key);
    expect([silent.status, (await silent.json()).error.code]).toEqual([503, "chain_unavailable"]);
    takenDown.mockRestore();
    await world.publishModel({ id: MODEL, name: "Harbour", upstream: "paraphrase", version: 2 });
    await stack.sql`update indexer.asset_version set parents = '{4}' where asset_id = ${String(MODEL)}`;
    await stack.sql`update indexer.asset_version set block = 30 where asset_id = ${String(MODEL)} and version = 2`;
    await stack.sql`update worker.content set cid = '' where contribution = 13`;
    const holed = await ask(payer.key);
    const { error } = await holed.json();
    expect([holed.status, error.code]).toEqual([503, "passages_unavailable"]);
    expect(error.message).toContain("contribution 13 is not there yet. Nothing was charged.");
    expect(await kept(payer.payer)).toBeUndefined();
    expect(await world.reservationsOf(payer.payer)).toBe(0);
    log.mockRestore();
  });
});
