import { describe, expect, it } from "vitest";
import { attribute } from "../attribute.ts";
import { buildIndex } from "../buildIndex.ts";
import { parseBits } from "../parseBits.ts";
import { randomNumbers } from "../randomNumbers.fixture.ts";

const bits = parseBits("");
const run = (text: string, answer: string) => attribute(buildIndex([{ text, kind: "paid" }]), answer, bits);
const everything = [{ contribution: 0, share: 1_000_000_000 }];

// The benchmark runs these at full size and times them; here a quadratic step would take minutes.
describe("hard inputs", () => {
  it("300,000 equal words, and periods of 2, 3 and 7", { timeout: 30_000 }, () => {
    for (const word of ["same ", "a b ", "a b c ", "a b c d e f g "]) {
      expect(run(word.repeat(300_000 / word.split(" ").length), word.repeat(200)).shares).toEqual(everything);
    }
  });

  it("one contribution of 200,000 words, quoted at its end", { timeout: 30_000 }, () => {
    const random = randomNumbers(5);
    const words = Array.from({ length: 200_000 }, () => `w${random(3000)}`);
    const found = run(words.join(" "), words.slice(-300).join(" "));
    expect(found.shares).toEqual(everything);
    expect(found.rows[0]).toMatchObject({ start: 0, to: 32, offset: 199_700 });
  });

  it("nothing, one word, and units that are no text", () => {
    const treasury = { shares: [], treasury: 1_000_000_000 };
    expect(run("", "")).toMatchObject(treasury);
    expect(run("word", "word")).toMatchObject(treasury);
    const random = randomNumbers(6);
    const noise = String.fromCharCode(...Array.from({ length: 20_000 }, () => random(65_536)));
    expect(run(noise, noise)).toMatchObject({ shares: everything, treasury: 0 });
    expect(run("\ud800".repeat(1000), "\udc00".repeat(1000))).toMatchObject({ ...treasury, tokens: [] });
  });
});
