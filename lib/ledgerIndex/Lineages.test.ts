import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AttributionIndex, attribute, buildIndex, parseBits } from "../attribution/index.ts";
import { BuilderPool } from "./BuilderPool.ts";
import { Lineages, type LineagesOptions } from "./Lineages.ts";
import { answerOver, contributionOf } from "./testing/ledger.ts";
import type { IndexedEntry } from "./tierManifest.ts";

const bits = parseBits("");
const COUNT = 60;
let directory: string;
let pool: BuilderPool;
let read: string[];
const said: string[] = [];
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), "lineages-"));
  pool = new BuilderPool(1);
  read = [];
  said.length = 0;
});
afterEach(async () => {
  await pool.close();
  rmSync(directory, { recursive: true, force: true });
});

const textOf = ({ key }: IndexedEntry) => contributionOf(Number(key)).text;
/** The ledger of these contributions. */
const ledgerOf = (places: Iterable<number>): IndexedEntry[] =>
  Array.from(places, (i) => ({ key: String(i), kind: contributionOf(i).kind }));
const upTo = (count: number, without: readonly number[] = []) =>
  ledgerOf(Array.from({ length: count }, (_, i) => i).filter((i) => !without.includes(i)));

const open = (options: Partial<LineagesOptions> = {}) =>
  new Lineages({
    ...{ directory, pool, bits: "0x01", flushWords: 8000, say: (line) => said.push(line) },
    textsOf: async (entries, from, to) => {
      const taken = entries.slice(from, to);
      read.push(...taken.map(({ key }) => key));
      return taken.map(textOf);
    },
    ...options,
  });

const answer = answerOver(COUNT);
function rowsOf(index: AttributionIndex) {
  const { rows, shares, treasury, limit } = attribute(index, answer, bits);
  return { rows, shares, treasury, limit };
}
/** What an index of that ledger alone finds. */
function alone(entries: readonly IndexedEntry[]) {
  return rowsOf(buildIndex(entries.map((entry) => ({ kind: entry.kind, text: textOf(entry) }))));
}

describe("Lineages", () => {
  it("goes on where an older version ended, and answers for it from the same index", async () => {
    const lineages = open();
    const late = await lineages.indexOf(upTo(30));
    await lineages.indexOf(upTo(COUNT));
    expect(read).toHaveLength(COUNT);
    await lineages.settled();
    expect(rowsOf(late)).toEqual(alone(upTo(30)));
    for (const count of [1, 17, 30, 59, COUNT]) {
      expect(rowsOf(await lineages.indexOf(upTo(count))), String(count)).toEqual(alone(upTo(count)));
    }
    expect(read).toHaveLength(COUNT);
    expect(readdirSync(directory)).toHaveLength(1);
    expect(rowsOf(await lineages.indexOf([]))).toMatchObject({ rows: [], limit: 0 });
  });

  it("branches where something was accepted late, without reading what came before again", async () => {
    const lineages = open();
    const before = upTo(COUNT, [41]);
    const after = upTo(COUNT);
    const old = await lineages.indexOf(before);
    await lineages.settled();
    read = [];
    expect(rowsOf(await lineages.indexOf(after))).toEqual(alone(after));
    expect(read).toEqual(ledgerOf(Array.from({ length: COUNT - 41 }, (_, i) => 41 + i)).map(({ key }) => key));
    await lineages.settled();
    expect(rowsOf(old)).toEqual(alone(before));
    expect(readdirSync(directory)).toHaveLength(2);

    read = [];
    const again = open();
    expect(rowsOf(await again.indexOf(before))).toEqual(alone(before));
    expect(rowsOf(await again.indexOf(after))).toEqual(alone(after));
    expect(rowsOf(await again.indexOf(upTo(12)))).toEqual(alone(upTo(12)));
    expect(read.length).toBeLessThan(COUNT / 2);
    await again.settled();
    expect(said).toEqual([]);
  });

  it("finds the rows of each ledger alone, whatever was asked before, at a time, slept or was deleted", async () => {
    // Versions as they may come: one grows at its end, in its middle, loses one, or is of other datanets.
    const ledgers = [
      upTo(20),
      upTo(25, [7]),
      upTo(25),
      upTo(40, [33, 38]),
      upTo(40, [38]),
      ledgerOf([0, 3, 6, 9, 12, 15, 18]),
      upTo(44, [12]),
      ledgerOf([0, 3, 6, 9, 12, 15, 18, 50, 51]),
      upTo(50),
    ];
    let seed = 5;
    const next = (below: number) => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      return (seed >>> 8) % below;
    };
    const expected = ledgers.map(alone);
    let lineages = open({ mostAwake: 2, mostKept: 4 });
    for (let round = 0; round < 12; round++) {
      const asked = Array.from({ length: 4 }, () => next(ledgers.length));
      const found = await Promise.all(asked.map((place) => lineages.indexOf(ledgers[place]!)));
      for (const [i, place] of asked.entries())
        expect(rowsOf(found[i]!), `${round}: ${asked}`).toEqual(expected[place]);
      if (round % 4 !== 3) continue;
      await lineages.settled();
      expect(readdirSync(directory).length).toBeLessThanOrEqual(4);
      lineages = open({ mostAwake: 2, mostKept: 4 });
    }
    await lineages.settled();
    expect(said).toEqual([]);
  });

  it("does not remember that a text was missing", async () => {
    let isMissing = true;
    const lineages = open({
      textsOf: async (entries, from, to) => {
        const taken = entries.slice(from, to);
        if (isMissing && taken.some(({ key }) => key === "35")) throw new Error("text 35 is not there");
        return taken.map(textOf);
      },
    });
    await lineages.indexOf(upTo(30));
    const failing = [upTo(40), upTo(40), upTo(45)].map((entries) => lineages.indexOf(entries));
    for (const { status } of await Promise.allSettled(failing)) expect(status).toBe("rejected");
    expect(rowsOf(await lineages.indexOf(upTo(32)))).toEqual(alone(upTo(32)));
    isMissing = false;
    const other = upTo(40, [30]);
    const both = await Promise.all([lineages.indexOf(other), lineages.indexOf(upTo(45))]);
    expect(both.map(rowsOf)).toEqual([alone(other), alone(upTo(45))]);
    await lineages.settled();
  });
});
