import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AttributionIndex, attribute, buildIndex, parseBits } from "../attribution/index.ts";
import { BuilderPool } from "./BuilderPool.ts";
import { openLedgerIndex } from "./openLedgerIndex.ts";
import { answerOver, contributionOf, entriesTo, textsOf } from "./testing/ledger.ts";
import type { IndexedEntry } from "./tierManifest.ts";

const bits = parseBits("");
const COUNT = 60;
let directory: string;
let said: string[];
let pool: BuilderPool;
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), "ledger-index-"));
  said = [];
  pool = new BuilderPool(1);
});
afterEach(async () => {
  await pool.close();
  rmSync(directory, { recursive: true, force: true });
});

interface Opening {
  bits?: string;
  entries?: IndexedEntry[];
  read?: (from: number, to: number) => void;
}
const open = (count: number, options: Opening = {}) =>
  openLedgerIndex(options.entries ?? entriesTo(count), {
    ...{ directory, pool, bits: options.bits ?? "0x01", flushWords: 8000, say: (line) => said.push(line) },
    textsOf: (entries, from, to) => {
      options.read?.(from, to);
      return textsOf(entries, from, to);
    },
  });

const expected = new Map<number, unknown>();
function rowsOf(index: AttributionIndex, count: number) {
  const { rows, shares, treasury } = attribute(index, answerOver(count), bits);
  return { rows, shares, treasury };
}
/** The same ledger indexed at once, in memory. */
function expectedOf(count: number) {
  const known = expected.get(count);
  if (known) return known;
  const fresh = rowsOf(buildIndex(Array.from({ length: count }, (_, i) => contributionOf(i))), count);
  expect(fresh.rows.length).toBeGreaterThan(20);
  expected.set(count, fresh);
  return fresh;
}
const tierFiles = () => readdirSync(directory).filter((name) => name.endsWith(".tier"));
const fileOf = (name: string) => path.join(directory, name);

describe("openLedgerIndex", () => {
  it("finds the same rows grown one by one, merged behind, and opened again without reading a text", async () => {
    const grown = await open(0);
    for (let count = 1; count <= COUNT; count++) await grown.extend(entriesTo(count));
    expect(rowsOf(grown.index, COUNT)).toEqual(expectedOf(COUNT));
    await grown.settled();
    expect(rowsOf(grown.index, COUNT)).toEqual(expectedOf(COUNT));
    expect(grown.index.tiers.length).toBeLessThan(20);

    const missing: number[] = [];
    const again = await open(COUNT, { read: (from) => missing.push(from) });
    expect(rowsOf(again.index, COUNT)).toEqual(expectedOf(COUNT));
    expect(again.index.tiers.length).toBeGreaterThan(1);
    expect(missing.every((from) => from > COUNT / 2)).toBe(true);
    expect(said).toEqual([]);
  });

  it("says and builds again what was torn, damaged, or made for something else", async () => {
    await (await open(COUNT)).settled();
    const [file] = tierFiles();
    const whole = readFileSync(fileOf(file!));
    const flipped = Buffer.from(whole);
    flipped[5000]! ^= 1;
    const otherLayout = Buffer.from(whole);
    otherLayout.writeInt32LE(99, 4);
    const manifest = readFileSync(fileOf("manifest.json"), "utf8");
    const damages: [string, () => void, RegExp][] = [
      ["torn", () => truncateSync(fileOf(file!), whole.length / 2), /is damaged: its checksum does not fit/],
      ["emptied", () => truncateSync(fileOf(file!), 0), /cut short at 0 bytes/],
      ["flipped", () => writeFileSync(fileOf(file!), flipped), /is damaged: its checksum does not fit/],
      ["other layout", () => writeFileSync(fileOf(file!), otherLayout), /is damaged/],
      ["missing", () => rmSync(fileOf(file!)), /is missing/],
      ["half a manifest", () => writeFileSync(fileOf("manifest.json"), manifest.slice(0, 80)), /it is no JSON/],
      ["no manifest", () => writeFileSync(fileOf("manifest.json"), "null"), /it was made with layout undefined/],
      [
        "a tier without entries",
        () => writeFileSync(fileOf("manifest.json"), manifest.replace('"entries"', '"entry"')),
        /its manifest is damaged: it lists no tiers/,
      ],
      [
        "another tokeniser",
        () => writeFileSync(fileOf("manifest.json"), manifest.replace("words-1", "words-0")),
        /it was made with tokeniser words-0, now words-1/,
      ],
      [
        "another ledger",
        () => writeFileSync(fileOf("manifest.json"), manifest.replace('paid contribution 1"', 'void contribution 1"')),
        /differs from contribution 0/,
      ],
    ];
    for (const [name, damage, sentence] of damages) {
      const [present] = tierFiles();
      writeFileSync(fileOf(file!), whole);
      writeFileSync(fileOf("manifest.json"), manifest);
      expect(present, name).toBeDefined();
      damage();
      said = [];
      const mended = await open(COUNT);
      expect(said, name).toHaveLength(1);
      expect(said[0], name).toMatch(sentence);
      expect(rowsOf(mended.index, COUNT), name).toEqual(expectedOf(COUNT));
      await mended.settled();
    }
    said = [];
    await (await open(COUNT, { bits: "0x02" })).settled();
    expect(said[0]).toMatch(/made with bits 0x01, now 0x02; builds it again from contribution 0 on/);
    await open(COUNT, { bits: "0x02" });
    expect(said).toHaveLength(1);
  });

  it("keeps what was written before a ledger that differs later on", async () => {
    const grown = await open(COUNT / 2);
    await grown.extend(entriesTo(COUNT));
    await grown.settled();
    expect(tierFiles()).toHaveLength(2);
    const entries = entriesTo(COUNT);
    entries[COUNT - 1] = { key: "another", kind: "void" };
    const missing: number[][] = [];
    const other = await open(COUNT, { entries, read: (from, to) => missing.push([from, to]) });
    expect(missing).toEqual([[COUNT / 2, COUNT]]);
    expect(said).toEqual([expect.stringMatching(/differs from contribution 30 on/)]);
    expect(other.index.kinds.at(-1)).toBe("void");
    await expect(other.extend(entries.slice(1))).rejects.toThrow("the ledger differs from entry 0 on, it had 60");
    await other.settled();
  });

  it("reads many texts as one tier, but no more than memory holds", async () => {
    const count = 65;
    const tiersOf = async (name: string, first: string) => {
      const { index } = await openLedgerIndex(entriesTo(count), {
        ...{ directory: fileOf(name), pool, bits: "0x01", say: (line) => said.push(line) },
        textsOf: async (_, from, to) =>
          Array.from({ length: to - from }, (_, i) => (from + i === 0 ? first : "a word")),
      });
      return index.tiers.map(({ starts }) => starts.length);
    };
    expect(await tiersOf("short", "a word")).toEqual([65]);
    expect(await tiersOf("long", "a word".padEnd(2 ** 26))).toEqual([64, 1]);
    expect(said).toEqual([]);
  });

  it("has the same rows after kill −9 at any moment, also during a merge and during a write", async () => {
    let from = 0;
    for (let round = 0; round < 6; round++) {
      from = await growAndKill(
        from,
        from + 30,
        [/grown to \d+1\d*\n/, /grown to/, /.part/][round % 3]!,
        20 + round * 45,
      );
      const again = await open(Math.max(from, 10));
      expect(rowsOf(again.index, Math.max(from, 10)), `round ${round}`).toEqual(expectedOf(Math.max(from, 10)));
      expect(said.filter((line) => /damaged|cut short|differs/.test(line))).toEqual([]);
      await again.settled();
      expect(readdirSync(directory).filter((name) => name.endsWith(".part"))).toEqual([]);
    }
  });
});

/** Lets a process grow the index, kills it a moment after the pattern appears in its output or among its files; how far it came. */
function growAndKill(from: number, to: number, pattern: RegExp, delayMs: number): Promise<number> {
  const script = path.join(import.meta.dirname, "testing/grow.ts");
  const child = spawn(process.execPath, [script, directory, String(from), String(to)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve) => {
    let output = "";
    const kill = () => setTimeout(() => child.kill("SIGKILL"), delayMs);
    const watch = setInterval(() => {
      if (!pattern.test(`${output}${readdirSync(directory)}`)) return;
      clearInterval(watch);
      kill();
    }, 1);
    child.stdout.on("data", (data) => {
      output += data;
    });
    // Not at its exit: what it said last may still be on its way.
    child.on("close", () => {
      clearInterval(watch);
      const grown = [...output.matchAll(/grown to (\d+)/g)].at(-1);
      resolve(grown ? Number(grown[1]) : from);
    });
  });
}
