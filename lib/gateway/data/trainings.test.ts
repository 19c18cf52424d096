import { keccak256, toHex } from "viem";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { type LocalStack, startLocalStack } from "../../../services/worker/testing/localStack.ts";
import { ledgerRoot } from "../../attribution/index.ts";
import { assetKind } from "../../chain/assetKind.ts";
import { ledgerToCome, NotReadyError } from "../../db/ledgers.ts";
import { migrate } from "../../db/migrate.ts";
import { openTrainings, saveOutcome, saveStage } from "../../db/worker/trainings.ts";
import { MOST_ROWS } from "../../influence/index.ts";
import type { Gateway } from "../Gateway.ts";
import { respond } from "../http/respond.ts";
import { createQuotas } from "./quotas.ts";
import { rootNow } from "./rootNow.ts";
import { getTraining, postTraining } from "./trainings.ts";

const labels = { permissive: ["MIT*", "BSD-*"], copyleft: ["GPL-*"] };
const [DATANET, OTHER, UNREAD, LARGE, MODEL] = [4, 5, 6, 7, 8];

let stack: LocalStack;
let gateway: Gateway;

beforeAll(async () => {
  stack = await startLocalStack({ chain: false });
  await migrate(stack.sql);
  for (const id of [DATANET, OTHER, UNREAD, LARGE]) await addDatanet(id);
  await stack.sql`insert into indexer.asset (id, kind) values (${MODEL}, ${assetKind.model})`;
  await addTexts(DATANET, 10, ["MIT", "BSD-3-Clause", "GPL-3.0", "Zlib"]);
  await addTexts(OTHER, 20, ["GPL-2.0"]);
  await addTexts(UNREAD, 30, ["MIT-0"]);
  await stack.sql`delete from worker.content where contribution = 30`;
  await addTexts(LARGE, 100, Array(MOST_ROWS).fill("MIT"));
});
beforeEach(() => {
  gateway = { sql: stack.sql, quotas: createQuotas() } as Gateway;
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

async function addDatanet(id: number) {
  await stack.sql`insert into indexer.asset (id, kind, version) values (${id}, ${assetKind.datanet}, 1)`;
  await stack.sql`insert into indexer.asset_version (asset_id, version, parents, block, log_index) values (${id}, 1, '{}', 50, 0)`;
}
/** Accepted before the datanet's newest version. */
async function addTexts(datanet: number, first: number, titles: string[]) {
  const at = titles.map((title, i) => ({
    id: first + i,
    title,
    uri: `u${first + i}`,
    root: keccak256(toHex(first + i)),
  }));
  await stack.sql`insert into indexer.contribution ${stack.sql(
    at.map(({ id, uri, root }) => ({
      ...{
        id,
        datanet,
        contributor: "0x1",
        uri,
        root,
        status: "accepted",
        finalized_block: 40,
        finalized_log_index: 0,
      },
    })),
  )}`;
  await stack.sql`insert into worker.content ${stack.sql(
    at.map(({ id, ...text }) => ({
      ...{ contribution: id, ...text, media_type: "text/plain", cid: "c", bytes: 1, words: 1, contained_bps: 0 },
    })),
  )}`;
}

const post = async (body: unknown) => {
  const request = new Request("http://gateway/", { method: "POST", body: JSON.stringify(body) });
  const response = await respond(() => postTraining(gateway, request));
  return { status: response.status, body: await response.json() };
};
const get = async (id: string) => {
  const response = await respond(() => getTraining(gateway, id));
  return { status: response.status, body: await response.json() };
};
const ask = { datanets: [DATANET], labels };

it("takes an order once, whatever the order of its datanets, with defaults filled in", async () => {
  const first = await post({ datanets: [DATANET, OTHER], labels });
  expect(first).toMatchObject({
    status: 201,
    body: { object: "training", datanets: ["4", "5"], state: "queued", stage: null, problem: null, labels },
  });
  expect(first.body).toMatchObject({
    dimensions: 256,
    penalty: 0.3,
    weights: null,
    evaluation: null,
    isCurrent: false,
  });
  const again = await post({ datanets: [OTHER, String(DATANET)], labels, dimensions: 256, penalty: 0.3 });
  expect(again.body).toEqual(first.body);
  expect((await openTrainings(stack.sql, [])).map(({ id }) => id)).toEqual([first.body.id]);
  const other = await post({ datanets: [DATANET, OTHER], labels, penalty: 0.4 });
  expect(other.body.id).not.toBe(first.body.id);
  expect((await post(ask)).body.id).not.toBe(first.body.id);
});

it("shows how far one is, and whether a model made of it would be of the ledger as it is now", async () => {
  const { id } = (await post(ask)).body;
  const root = ledgerRoot(await ledgerToCome(stack.sql, [BigInt(DATANET)]));
  await saveStage(stack.sql, id, root, "reading the texts");
  expect((await get(id)).body).toMatchObject({
    state: "running",
    stage: "reading the texts",
    weights: null,
    isCurrent: false,
  });
  const weights = { cid: "w", keccak: keccak256("0x01"), bytes: 9 };
  const evaluation = {
    labels: ["copyleft", "permissive"],
    confusion: [
      [1, 0],
      [0, 2],
    ],
  };
  await saveOutcome(stack.sql, id, { state: "done", weights, evaluation: evaluation as never });
  expect(await get(id.toUpperCase().replace("0X", "0x"))).toMatchObject({
    status: 200,
    body: { id, state: "done", weights, evaluation, ledgerRoot: root, isCurrent: true },
  });
  await addTexts(DATANET, 14, ["MIT-1"]);
  await expect.poll(async () => (await get(id)).body.isCurrent).toBe(false);
  await stack.sql`delete from worker.content where contribution = 14`;
  await expect.poll(async () => (await get(id)).body).toMatchObject({ state: "done", isCurrent: false });
  await stack.sql`delete from indexer.contribution where id = 14`;
});

it("works out one root for all who ask meanwhile or within a second, and another one after that", async () => {
  const ask = (now: number) => rootNow(stack.sql, [BigInt(OTHER)], now);
  const first = ask(0);
  expect(ask(5_000)).toBe(first);
  expect(await first).toBe(ledgerRoot(await ledgerToCome(stack.sql, [BigInt(OTHER)])));
  expect(ask(999)).toBe(first);
  expect(ask(1_000)).not.toBe(first);

  const failed = rootNow(stack.sql, [BigInt(UNREAD)], 0);
  await expect(failed).rejects.toThrow(NotReadyError);
  expect(rootNow(stack.sql, [BigInt(UNREAD)], 999)).toBe(failed);
  const again = rootNow(stack.sql, [BigInt(UNREAD)], 1_000);
  expect(again).not.toBe(failed);
  await expect(again).rejects.toThrow(NotReadyError);
});

it.each([
  ["a datanet that nobody registered", { ...ask, datanets: [999] }, 404, "datanets"],
  ["what is no datanet", { ...ask, datanets: [DATANET, MODEL] }, 404, "datanets"],
  ["no datanet", { ...ask, datanets: [] }, 400, "datanets"],
  ["too many datanets", { ...ask, datanets: Array(21).fill(DATANET) }, 400, "datanets"],
  ["one label", { ...ask, labels: { permissive: ["MIT"] } }, 400, "labels"],
  ["a label without patterns", { ...ask, labels: { ...labels, none: [] } }, 400, "labels.none"],
  ["a pattern that no database holds", { ...ask, labels: { ...labels, two: ["a\0"] } }, 400, "labels.two[0]"],
  ["too many patterns", { ...ask, labels: { ...labels, many: Array(498).fill("x") } }, 400, "labels"],
  ["too few dimensions", { ...ask, dimensions: 8 }, 400, "dimensions"],
  ["no penalty", { ...ask, penalty: 0 }, 400, "penalty"],
  ["too much to read", { ...ask, padding: "x".repeat(33_000) }, 413, null],
])("refuses %s, naming it", async (_, body, status, param) => {
  const answer = await post(body);
  expect([answer.status, answer.body.error.param]).toEqual([status, param]);
});

it("takes the most rows, and refuses one more in words that help; what no pattern names does not count", async () => {
  expect((await post({ ...ask, datanets: [LARGE] })).status).toBe(201);
  await addTexts(LARGE, 90, ["Zlib"]);
  expect((await post({ ...ask, datanets: [LARGE] })).status).toBe(201);
  await addTexts(LARGE, 91, ["BSD-2-Clause"]);
  const { status, body } = await post({ ...ask, datanets: [LARGE] });
  expect([status, body.error.message]).toEqual([
    400,
    `labels: name ${MOST_ROWS + 1} contributions; one training takes ${MOST_ROWS}. Narrow the patterns.`,
  ]);
});

it("says that a text is not there yet", async () => {
  expect(await post({ ...ask, datanets: [UNREAD] })).toMatchObject({
    status: 503,
    body: { error: { code: "ledger_not_ready" } },
  });
});

it.each(["0x12", "", `0x${"0".repeat(64)}`, "1; drop table"])("knows no training %s", async (id) => {
  expect(await get(id)).toMatchObject({ status: 404, body: { error: { code: "training_not_found" } } });
});

it("takes sixty orders of one client an hour, the refused ones counted", async () => {
  for (let i = 0; i < 60; i++) expect((await post({})).status).toBe(400);
  expect(await post(ask)).toMatchObject({ status: 429, body: { error: { code: "rate_limit_exceeded" } } });
});
