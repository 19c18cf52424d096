import { mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BuilderPool } from "./BuilderPool.ts";
import { Lineages, type LineagesOptions } from "./Lineages.ts";
import { MANIFEST } from "./TierStore.ts";
import type { IndexedEntry } from "./tierManifest.ts";

// Which lineages are in memory, on disk or gone shows in the texts that are read again.

let directory: string;
let said: string[];
let read: string[];
const pool = new BuilderPool(1);
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), "lineages-"));
  said = [];
  read = [];
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const open = (options: Partial<LineagesOptions> = {}) =>
  new Lineages({
    ...{ directory, pool, bits: "0x01", flushWords: 1, say: (line) => said.push(line) },
    textsOf: async (entries, from, to) => {
      const keys = entries.slice(from, to).map(({ key }) => key);
      read.push(...keys);
      return keys.map((key) => `the words of ${key}`);
    },
    ...options,
  });
const ledgerOf = (...keys: string[]): IndexedEntry[] => keys.map((key) => ({ key, kind: "paid" }));
const [a, b, c] = [ledgerOf("a1", "a2"), ledgerOf("b1", "b2"), ledgerOf("c1", "c2")];

/** Asks one after the other. @returns the texts that were read */
async function ask(lineages: Lineages, ...ledgers: (readonly IndexedEntry[])[]): Promise<string[]> {
  read = [];
  for (const ledger of ledgers) {
    expect((await lineages.indexOf(ledger)).kinds).toHaveLength(ledger.length);
    await lineages.settled();
  }
  return read;
}
const manifestIn = (name: string) => path.join(directory, name, MANIFEST);

describe("Lineages in memory", () => {
  const inMemory = { flushWords: Number.MAX_SAFE_INTEGER };

  it("sleep when they are the longest unused", async () => {
    const lineages = open({ ...inMemory, mostAwake: 2 });
    await ask(lineages, a, b, a, c);
    expect(await ask(lineages, a, c)).toEqual([]);
    expect(await ask(lineages, b)).toEqual(["b1", "b2"]);
  });

  it("sleep at once when none may be awake", async () => {
    const lineages = open({ ...inMemory, mostAwake: 0 });
    await ask(lineages, a);
    expect(await ask(lineages, a)).toEqual(["a1", "a2"]);
  });

  it("are found again by the ledger itself, without comparing it with any", async () => {
    let compared = 0;
    const watched = ["w1", "w2"].map((key) => ({
      kind: "paid" as const,
      get key() {
        compared++;
        return key;
      },
    }));
    const lineages = open();
    await ask(lineages, a, watched, b);
    expect(compared).toBeGreaterThan(0);
    compared = 0;
    await lineages.indexOf(watched);
    expect(compared).toBe(0);
  });
});

describe("Lineages on disk", () => {
  it("are deleted when they are the longest unused", async () => {
    await ask(open({ mostKept: 2 }), a, b, a, c);
    expect(readdirSync(directory)).toHaveLength(2);
    expect(await ask(open(), a, b, c)).toEqual(["b1", "b2"]);
  });

  it.each([
    ["first", a, b],
    ["second", b, a],
  ])("are deleted when they are the longest unchanged since before the process: the %s", async (_, older, newer) => {
    for (const [name, ledger] of Object.entries({ 1: a, 2: b })) {
      await ask(open(), ledger);
      const made = readdirSync(directory).find((other) => !["1", "2"].includes(other));
      renameSync(path.join(directory, made!), path.join(directory, name));
    }
    for (const [name, ledger] of Object.entries({ 1: a, 2: b })) {
      utimesSync(path.join(directory, name), 0, ledger === older ? 1 : 2);
    }
    await ask(open({ mostKept: 2 }), c);
    expect(await ask(open(), newer)).toEqual([]);
    expect(await ask(open(), older)).toHaveLength(2);
  });

  it("serve a beginning of what they hold without giving up the rest", async () => {
    const whole = ledgerOf("a1", "a2", "a3");
    await ask(open(), whole);
    const again = open();
    expect(await ask(again, ledgerOf("a1"), whole)).toEqual([]);
    expect(said).toEqual([]);
  });

  it("are left alone when they cannot be read now, and found when they can", async () => {
    await ask(open(), a);
    const [name] = readdirSync(directory);
    const whole = path.join(directory, name!, "whole");
    renameSync(manifestIn(name!), whole);
    symlinkSync(MANIFEST, manifestIn(name!));
    const again = open();
    await expect(again.indexOf(a)).rejects.toThrow("ELOOP");
    renameSync(whole, manifestIn(name!));
    expect(await ask(again, a)).toEqual([]);
    expect(said).toEqual([]);
  });

  it("are said and deleted when they are damaged", async () => {
    await ask(open(), a);
    const [name] = readdirSync(directory);
    writeFileSync(manifestIn(name!), "{");
    expect(await ask(open(), a)).toEqual(["a1", "a2"]);
    expect(said).toEqual([`index: ${name}: its manifest is damaged: it is no JSON; builds it again when it is needed`]);
    expect(readdirSync(directory)).not.toContain(name);
  });
});
