import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { attribute } from "./attribute.ts";
import { buildIndex } from "./buildIndex.ts";
import { parseBits } from "./parseBits.ts";
import { checkVector, readVectors } from "./vectors/checkVector.ts";

const bits = parseBits("the\t1204\nof\t1639\nand\t1691");
const sentence = "Every answer has a receipt that names whoever published its words first";

describe("attribute", () => {
  const suite = readVectors(readFileSync(new URL("./vectors/attribution.json", import.meta.url), "utf8"));
  it.each([...suite.vectors.entries()])("agrees with vector %i", (_, vector) => {
    expect(checkVector(suite, vector)).toEqual([]);
  });

  it("is told apart from a wrong result by the vectors", () => {
    const [vector] = suite.vectors;
    const wrong = { ...vector!, expected: { ...vector!.expected, treasury: vector!.expected.treasury + 1 } };
    expect(checkVector(suite, wrong)).toHaveLength(1);
  });

  it("pays the first publisher, not the copies after it", () => {
    const index = buildIndex([
      { text: sentence, kind: "paid" },
      { text: sentence.toUpperCase(), kind: "paid" },
    ]);
    const found = attribute(index, sentence, bits);
    expect(found.shares).toEqual([{ contribution: 0, share: 1_000_000_000 }]);
    expect(found).toMatchObject({ treasury: 0, coverageBps: 10_000, limit: 2 });
    expect(found.rows[0]).toEqual({ start: 0, from: 4, to: 12, contribution: 0, offset: 0 });
  });

  it("pays nobody for what the commons or a served answer published first", () => {
    for (const kind of ["commons", "void"] as const) {
      const index = buildIndex([
        { text: sentence, kind },
        { text: sentence, kind: "paid" },
      ]);
      expect(attribute(index, sentence, bits)).toMatchObject({ shares: [], treasury: 1_000_000_000, coverageBps: 0 });
    }
  });

  it("does not let an n-gram cross from one contribution into the next", () => {
    const index = buildIndex([
      { text: "alpha bravo charlie", kind: "paid" },
      { text: "delta echo foxtrot", kind: "paid" },
    ]);
    expect(attribute(index, "alpha bravo charlie delta echo foxtrot", bits).rows).toEqual([]);
  });

  it("gives all to the treasury for an empty answer, an empty ledger and a limit of 0", () => {
    const empty = { shares: [], rows: [], treasury: 1_000_000_000, coverageBps: 0 };
    const index = buildIndex([{ text: sentence, kind: "paid" }]);
    expect(attribute(index, "", bits)).toMatchObject({ ...empty, totalMass: 0n });
    expect(attribute(buildIndex([]), sentence, bits)).toMatchObject(empty);
    expect(attribute(index, sentence, bits, { limit: 0 })).toMatchObject(empty);
  });

  it("takes bits, scale and length of n-grams at their bounds", () => {
    const text = Array.from({ length: 3000 }, (_, i) => `word${i}`).join(" ");
    const index = buildIndex([{ text, kind: "paid" }]);
    const params = { maxTokenBits: 65_536, maxWords: 64, scale: 2 ** 48 };
    const found = attribute(index, text, parseBits("", 65_536), { params });
    expect(found.totalMass).toBe(3000n * 65_536n * 65_536n);
    expect(found.attributedMass).toBe(found.totalMass);
    expect(found.shares).toEqual([{ contribution: 0, share: 2 ** 48 }]);
  });

  it("leaves shares of 0 out: what they would be is the treasury's", () => {
    const long = Array.from({ length: 400 }, (_, i) => `word${i}`).join(" ");
    const index = buildIndex([
      { text: "one two three four", kind: "paid" },
      { text: long, kind: "paid" },
    ]);
    const found = attribute(index, `one two three four. ${long}`, bits, { params: { scale: 100 } });
    expect(found.rows[0]).toMatchObject({ contribution: 0, from: 4 });
    expect(found).toMatchObject({ shares: [{ contribution: 1, share: 99 }], treasury: 1 });
  });

  it("names a limit or parameter that is out of bounds", () => {
    const index = buildIndex([{ text: sentence, kind: "paid" }]);
    expect(() => attribute(index, "a", bits, { limit: 2 })).toThrow("limit is 2; give a whole number from 0 to 1");
    expect(() => attribute(index, "a", bits, { params: { minWords: 0 } })).toThrow("params.minWords is 0");
    expect(() => attribute(index, "a", bits, { params: { maxWords: 65 } })).toThrow("give a whole number from 1 to 64");
    expect(() => attribute(index, "a", bits, { params: { scale: 0.5 } })).toThrow("params.scale is 0.5");
    // @ts-expect-error a kind that is none
    expect(() => buildIndex([{ text: "a", kind: "free" }])).toThrow('contribution 0: kind is "free"');
  });
});
