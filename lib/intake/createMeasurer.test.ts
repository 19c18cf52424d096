import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { contentHash, contributionRoot, tokenise } from "../attribution/index.ts";
import { randomSource } from "../ledger/testing/randomSource.ts";
import { createFileStore } from "../storage/fileStore.ts";
import { createMeasurer } from "./createMeasurer.ts";

const contributor = `0x${"11".repeat(20)}` as const;
const directory = mkdtempSync(path.join(os.tmpdir(), "openledger-measure-"));
const store = createFileStore(directory);
const { measure } = createMeasurer(directory);
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const random = randomSource(9);
const textOf = (words: number) => Array.from({ length: words }, () => `w${random.below(50_000)}`).join(" ");
const put = async (id: bigint, text: string) => ({ id, cid: (await store.put(new TextEncoder().encode(text))).cid });

it("tells words, root, what is known and whose copy it is", async () => {
  const [known, other] = [textOf(40), textOf(40)];
  const earlier = [await put(3n, other), await put(4n, known), await put(5n, known)];
  const draft = { text: known.toUpperCase(), contributor, datanet: 2n, earlier };
  const root = contributionRoot([contentHash(known)], contributor);
  expect(await measure(draft)).toEqual({ words: 40, root, containedBps: 10_000, duplicateOf: 4n });
  const rest = { ...draft, text: `${known} ${textOf(41)}`, earlier: earlier.slice(1) };
  expect(await measure(rest)).toMatchObject({ words: 81, duplicateOf: null, containedBps: Math.floor(330_000 / 74) });
  expect(await measure({ ...draft, text: "— … —" })).toMatchObject({ words: 0, containedBps: 0, duplicateOf: null });
});

it("lets everything else have its turn while it measures a megabyte", async () => {
  const text = textOf(180_000);
  expect(text.length).toBeGreaterThan(1_000_000);
  let measured = false;
  const words = measure({ text, contributor, datanet: 2n, earlier: [] }).then((result) => {
    measured = true;
    return result.words;
  });
  let turns = 0;
  for (; !measured; turns++) await nextTurn();
  expect(await words).toBe(tokenise(text).length);
  // Measured on this thread, it would have been two or three.
  expect(turns).toBeGreaterThan(50);
});

it("says what fails, and goes on", async () => {
  const { cid } = await put(9n, "gone");
  rmSync(path.join(directory, cid.slice(-2), cid));
  const draft = { text: "some words", contributor, datanet: 7n, earlier: [] };
  await expect(measure({ ...draft, earlier: [{ id: 9n, cid }] })).rejects.toThrow(cid);
  expect(await measure(draft)).toMatchObject({ words: 2 });
});

it("takes no more than it can do", async () => {
  const draft = { text: "some words", contributor, datanet: 8n, earlier: [] };
  const all = await Promise.allSettled(Array.from({ length: 20 }, () => measure(draft)));
  const refused = all.filter(({ status }) => status === "rejected");
  expect(refused).toHaveLength(4);
});
