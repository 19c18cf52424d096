import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { keccak256 } from "viem";
import { afterAll, beforeAll, expect, it } from "vitest";
import { trainOnLedger } from "../../lib/influence/index.ts";
import { createFileStore, type Store } from "../../lib/storage/fileStore.ts";
import { classifierModel } from "./classifierModel.ts";
import type { Model } from "./models.ts";

const spec = { labels: { harbour: ["h*"], field: ["f*"] }, dimensions: 64, penalty: 0.5 };
const texts = {
  h1: "ships lie in the harbour under amber lanterns at dawn",
  f1: "the plough turns the marble field in autumn before the frost",
  h2: "the pilot brings ships past the pier into the harbour",
  f2: "wheat and barley ripen in the field behind the barn",
};
const ledger = Object.entries(texts).map(([title, text], i) => {
  return { id: BigInt(i + 1), contributor: `0x${String(i).repeat(40)}`, title, text };
});
const evaluation = {
  labels: ["field", "harbour"],
  confusion: [
    [0, 0],
    [0, 0],
  ],
};
let directory: string;
let store: Store;
const bytes = trainOnLedger(ledger, spec);
const part = async (keccak = keccak256(bytes)) => {
  const { cid } = await store.put(bytes);
  return { ...spec, weights: { cid, keccak, bytes: bytes.length }, ledgerRoot: keccak256("0x"), evaluation };
};

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "classifier-"));
  store = createFileStore(directory);
});
afterAll(() => rm(directory, { recursive: true }));

async function ask(model: Model, content: string, maxTokens = 100) {
  const input = { messages: [{ role: "user", content }], maxTokens, sampling: {} };
  const pieces = model.answer(input, new AbortController().signal);
  let text = "";
  for (;;) {
    const next = await pieces.next();
    if (next.done) return { text, finish: next.value };
    text += next.value;
  }
}

it("says the label and how sure it is, the same each time", async () => {
  const model = await classifierModel(store, await part());
  const first = await ask(model, "two ships wait at the pier");
  expect(first.text).toMatch(/^harbour \(confidence \d+\.\d %\)$/);
  expect(first.finish).toBe("stop");
  expect(await ask(model, "two ships wait at the pier")).toEqual(first);
  expect((await ask(model, "barley behind the barn")).text).toMatch(/^field /);
});

it("is cut short where the caller wants fewer words", async () => {
  const model = await classifierModel(store, await part());
  const { text, finish } = await ask(model, "ships", 1);
  expect(finish).toBe("length");
  expect(text).toBe("harbour (");
});

it("serves no weights but those of its document", async () => {
  await expect(classifierModel(store, await part(keccak256("0x01")))).rejects.toThrow(/not those that/);
  const away = { ...(await part()), weights: { cid: "bafkreiaway", keccak: keccak256(bytes), bytes: 1 } };
  await expect(classifierModel(store, away)).rejects.toThrow(/not in this node's store/);
});
