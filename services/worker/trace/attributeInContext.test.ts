import { mkdtempSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONTEXT_METHOD, findPassages } from "../../../lib/attribution/context/index.ts";
import { attribute, buildIndex, buildPassages, ledgerRoot, parseBits } from "../../../lib/attribution/index.ts";
import type { LedgerItem } from "../../../lib/db/ledgers.ts";
import { passagePrompt } from "../../../lib/gateway/chat/passagePrompt.ts";
import { createFileStore, type Store } from "../../../lib/storage/fileStore.ts";
import { createParaphraser } from "../../provider/testing/paraphraser.ts";
import { upstreamModel } from "../../provider/upstreamModel.ts";
import { attributeInContext } from "./attributeInContext.ts";
import type { ModelLedger } from "./ModelLedgers.ts";

const TEXTS = [
  "Any vessel at the mooring shall burn two amber lanterns from dusk until the chapel bell rings at dawn, and shall lend a spare lantern to whoever arrives without one.",
  "A vessel without lanterns leaves the mooring before dusk, or the harbourmaster tows it to the sandbank himself.",
  "Glaciers calve thunderous icebergs whenever midsummer meltwater undermines ancient moraines.",
];
const QUESTION = "Which lanterns does a vessel burn at the mooring?";
const bits = parseBits("the\t1024\nat\t1024\nto\t1024");
const directory = mkdtempSync(path.join(tmpdir(), "context-"));

let store: Store;
let ledger: ModelLedger;
let paraphraser: Server;
let passages: [number, number, number][];
let answer = "";

beforeAll(async () => {
  store = createFileStore(directory);
  const items = await Promise.all(
    TEXTS.map(async (text, i): Promise<LedgerItem> => {
      const { cid } = await store.put(new TextEncoder().encode(text));
      const contributor = `0x${String(i + 1).repeat(40)}` as const;
      return {
        id: BigInt(i + 11),
        datanet: 2n,
        contributor,
        root: `0x${"0".repeat(64)}`,
        kind: "paid",
        title: `Rule ${i}`,
        cid,
      };
    }),
  );
  const index = buildIndex(TEXTS.map((text) => ({ text, kind: "paid" as const })));
  const exactly = async (text: string) => ({ result: attribute(index, text, bits), traceUs: 1 });
  ledger = { items, root: ledgerRoot(items), attribute: exactly };

  // As gateway and provider do it, over HTTP.
  const found = findPassages(
    buildPassages(items.map(({ id, title }, i) => ({ id: String(id), title, text: TEXTS[i]! }))),
    QUESTION,
  );
  passages = found.map(({ document, offset, words }) => [Number(document), offset, words]);
  paraphraser = createParaphraser();
  await new Promise<void>((resolve) => paraphraser.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(paraphraser.address() as AddressInfo).port}/v1`;
  const messages = passagePrompt([{ role: "user", content: QUESTION }], found, "a1b2");
  const model = upstreamModel({ url, key: undefined }, "paraphrase");
  const input = { messages, maxTokens: 500, sampling: {} };
  for await (const piece of model.answer(input, new AbortController().signal)) answer += piece;
});
afterAll(() => {
  paraphraser?.close();
  rmSync(directory, { recursive: true, force: true });
});

const sum = (rows: { share: number }[]) => rows.reduce((total, { share }) => total + share, 0);

describe("an answer in other words", () => {
  it("pays what it repeats and what its passages explain, apart; with the treasury they are the whole", async () => {
    const found = await attributeInContext(store, ledger, answer, passages, bits);
    const [exact, context] = [
      found.owned.filter(({ channel }) => !channel),
      found.owned.filter(({ channel }) => channel),
    ];
    expect(exact.map(({ contribution }) => contribution)).toContain(11n);
    expect(context.map(({ contribution }) => contribution)).toEqual([11n, 12n]);
    expect(sum(exact) + sum(context) + found.treasury).toBe(1_000_000_000);
    expect(sum(context)).toBeGreaterThan(0);
    expect(sum(context)).toBeLessThanOrEqual(250_000_000);
    expect(found).toMatchObject({ method: CONTEXT_METHOD, params: { contextBps: 2_500 }, scale: 1_000_000_000 });
    expect(found.residualBps).toBeGreaterThan(0);
    expect(found.spans.some(([, , contribution]) => contribution === 11)).toBe(true);
  });

  it("pays the same exact shares as lona-1 alone when nothing was in the prompt", async () => {
    const alone = (await ledger.attribute(answer)).result;
    const found = await attributeInContext(store, ledger, answer, [], bits);
    expect(found.owned.map(({ share }) => share)).toEqual(alone.shares.map(({ share }) => share));
    expect(found.treasury).toBe(alone.treasury);
  });

  it("binds the log: another passage, its end or the order make another hash", async () => {
    const hashOf = async (log: [number, number, number][]) =>
      (await attributeInContext(store, ledger, answer, log, bits)).resultHash;
    const [first, ...rest] = passages as [[number, number, number]];
    const hashes = await Promise.all([
      hashOf(passages),
      hashOf(rest),
      hashOf([...passages].reverse()),
      hashOf([[first[0], first[1], first[2] - 1], ...rest]),
      hashOf([[first[0], first[1] + 1, first[2] - 1], ...rest]),
    ]);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it("is not attributed by a log that no gateway can have written", async () => {
    const by = (log: [number, number, number][]) => attributeInContext(store, ledger, answer, log, bits);
    await expect(by([[99, 0, 3]])).rejects.toThrow("contribution 99 is not in the ledger");
    await expect(by([[11, 0, 999]])).rejects.toThrow("has 999 words; a passage has 1 to 160");
    await expect(by([[13, 5, 100]])).rejects.toThrow("ends at word 105");
    await expect(by(Array.from({ length: 6 }, () => [11, 0, 3]))).rejects.toThrow("at most 5");
  });
});
