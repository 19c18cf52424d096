import { describe, expect, it } from "vitest";
import { randomNumbers } from "./randomNumbers.fixture.ts";
import { suffixArray } from "./suffixArray.ts";

function bySorting(text: Int32Array): number[] {
  const compare = (a: number, b: number) => {
    for (; a < text.length && b < text.length; a++, b++) if (text[a] !== text[b]) return text[a]! - text[b]!;
    return b - a;
  };
  return [...text.keys()].sort(compare);
}

describe("suffixArray", () => {
  it("orders the suffixes as sorting does, with few values and many repeats", () => {
    const random = randomNumbers(7);
    for (let trial = 0; trial < 1500; trial++) {
      const alphabet = 1 + random(6);
      const text = Int32Array.from({ length: random(60) }, () => random(alphabet));
      expect([...suffixArray(text, alphabet)]).toEqual(bySorting(text));
    }
  });

  it("orders a text that repeats itself at every scale", () => {
    const fibonacci = ["b", "a"];
    while (fibonacci.length < 17) fibonacci.push(fibonacci.at(-1)! + fibonacci.at(-2)!);
    const text = Int32Array.from(fibonacci.at(-1)!, (letter) => (letter === "a" ? 0 : 1));
    expect([...suffixArray(text, 2)]).toEqual(bySorting(text));
  });

  it("orders texts whose starts agree for long, and of many values", () => {
    const random = randomNumbers(8);
    for (let trial = 0; trial < 1500; trial++) {
      const alphabet = 2 + random(trial % 3 === 0 ? 50 : 4);
      const period = 1 + random(12);
      const text = Int32Array.from({ length: random(300) }, () => random(alphabet));
      for (let i = period; i < text.length; i++) if (random(30) > 0) text[i] = text[i - period]!;
      expect([...suffixArray(text, alphabet)]).toEqual(bySorting(text));
    }
  });

  it("orders many starts of one value, and values too large for three in a key", () => {
    const random = randomNumbers(9);
    for (let alphabet = 3; alphabet < 10; alphabet++) {
      const few = Int32Array.from({ length: 10_000 }, () => random(alphabet));
      expect([...suffixArray(few, alphabet)]).toEqual(bySorting(few));
    }
    const large = Int32Array.from({ length: 30_000 }, () => 2 ** 21 + random(20) * 50_000);
    expect([...suffixArray(large, 2 ** 22)]).toEqual(bySorting(large));
  });

  it("takes values that do not occur and texts of one or no value", () => {
    expect([...suffixArray(Int32Array.from([]), 0)]).toEqual([]);
    expect([...suffixArray(Int32Array.from([4]), 9)]).toEqual([0]);
    expect([...suffixArray(Int32Array.from([4, 4, 4]), 9)]).toEqual([2, 1, 0]);
  });
});
