import { describe, expect, it } from "vitest";
import { createShingleSet } from "./createShingleSet.ts";
import { HashSet } from "./HashSet.ts";
import { randomNumbers } from "./randomNumbers.fixture.ts";

const words = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `word${from + i}`).join(" ");

describe("createShingleSet", () => {
  it("knows nothing of a new text and all of an exact copy, however laid out", () => {
    const seen = createShingleSet();
    expect(seen.containmentBps(words(0, 100))).toBe(0);
    seen.add(words(0, 100));
    expect(seen.containmentBps(words(0, 100))).toBe(10_000);
    expect(seen.containmentBps(words(0, 100).toUpperCase().replaceAll(" ", ",\n"))).toBe(10_000);
  });

  it("counts the runs of 8 words that are known, rounded down", () => {
    const seen = createShingleSet();
    seen.add(words(0, 100));
    // 207 words have 200 runs, of which the first 93 are known.
    expect(seen.containmentBps(words(0, 207))).toBe(4650);
    expect(seen.containmentBps(`new ${words(3, 10)}`)).toBe(0);
    expect(seen.containmentBps(words(3, 11))).toBe(10_000);
    // 3 known of 7.
    expect(seen.containmentBps(words(90, 104))).toBe(4285);
  });

  it("finds the copy of a text shorter than 8 words, but not its beginning elsewhere", () => {
    const seen = createShingleSet();
    seen.add("three short words");
    expect(seen.containmentBps("Three short words.")).toBe(10_000);
    expect(seen.containmentBps("three short")).toBe(0);
    expect(seen.containmentBps("three short words and then five more")).toBe(0);
  });

  it("finds nothing new in a text without words", () => {
    expect(createShingleSet().containmentBps(" … ")).toBe(10_000);
  });
});

it("HashSet holds what was added and nothing else, over many growths", () => {
  const random = randomNumbers(3);
  const draw = () => random(2 ** 21) * 2 ** 32 + random(2 ** 32);
  const known = new HashSet();
  const added = new Set([0, 2 ** 53 - 1, ...Array.from({ length: 20_000 }, draw)]);
  for (const hash of added) known.add(hash);
  for (const hash of added) expect(known.has(hash)).toBe(true);
  for (let i = 0; i < 20_000; i++) {
    const hash = draw();
    expect(known.has(hash)).toBe(added.has(hash));
  }
});
