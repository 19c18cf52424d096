import { describe, expect, test } from "vitest";
import { tokenise } from "../../attribution/index.ts";
import { createMeter } from "./createMeter.ts";

/** A small deterministic generator: a failure can be run again. */
function random(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const alphabet = [
  "a",
  "B",
  "é",
  "_",
  "7",
  " ",
  "  ",
  "\n",
  ".",
  "—",
  "漢",
  "ไ",
  "😀",
  "𠀀",
  "\ud83d",
  "\ude00",
  "x".repeat(70),
];

function pieces(next: (below: number) => number): string[] {
  const text = Array.from({ length: next(40) }, () => alphabet[next(alphabet.length)]!).join("");
  const cuts = Array.from({ length: next(10) }, () => next(text.length + 1)).sort((a, b) => a - b);
  return [0, ...cuts].map((from, at) => text.slice(from, cuts[at] ?? text.length));
}

describe("createMeter", () => {
  test("counts a text in pieces as the whole, wherever it is cut (2,000 texts)", () => {
    const next = random(1);
    for (let trial = 0; trial < 2_000; trial++) {
      const parts = pieces(next);
      const meter = createMeter(10_000);
      const served = parts.map((part) => meter.push(part)).join("");
      expect(served).toBe(parts.join(""));
      expect(meter.tokens(), JSON.stringify(parts)).toBe(tokenise(served).length);
      expect(meter.isFull()).toBe(false);
    }
  });

  test("never serves more than was allowed, and what it serves begins the text (2,000 texts)", () => {
    const next = random(2);
    for (let trial = 0; trial < 2_000; trial++) {
      const parts = pieces(next);
      const most = 1 + next(6);
      const meter = createMeter(most);
      const served = parts.map((part) => meter.push(part)).join("");
      const whole = parts.join("");
      expect(whole.startsWith(served)).toBe(true);
      expect(meter.tokens()).toBe(tokenise(served).length);
      expect(meter.tokens()).toBe(Math.min(most, tokenise(whole).length));
      expect(meter.isFull()).toBe(tokenise(whole).length > most);
    }
  });

  test("does not take a word's end for a word of its own", () => {
    const meter = createMeter(2);
    expect(["Apa", "che li", "cence", " two"].map((piece) => meter.push(piece))).toEqual([
      "Apa",
      "che li",
      "cence",
      " ",
    ]);
    expect(meter.tokens()).toBe(2);
    expect(meter.isFull()).toBe(true);
  });
});
