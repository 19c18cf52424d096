import { attribute, type BitsTable, buildIndex, type Contribution, contentHash } from "../../lib/attribution/index.ts";
import { randomNumbers } from "../../lib/attribution/randomNumbers.fixture.ts";
import { round } from "./quantiles.ts";

/** Inputs that break engines: how long they take, and what comes out. */
export function measureHardInputs(bits: BitsTable) {
  const random = randomNumbers(3);
  const noise = String.fromCharCode(...Array.from({ length: 60_000 }, () => random(65_536)));
  const inputs: [name: string, text: string, answer: string][] = [
    ["10 M equal words", "same ".repeat(10_000_000), "same ".repeat(500)],
    ["1 M words in one contribution", manyWords(1_000_000, random), manyWords(500, random)],
    ["empty", "", ""],
    ["one word", "word", "word"],
    ["binary, ill-formed UTF-16", noise.repeat(50), noise.slice(0, 3000)],
  ];
  return inputs.map(([name, text, answer]) => {
    const ledger: Contribution[] = [{ text, kind: "paid" }];
    const started = performance.now();
    const index = buildIndex(ledger);
    const built = performance.now();
    const { shares, treasury, rows } = attribute(index, answer, bits);
    const done = performance.now();
    const hashed = name.startsWith("1 M") ? contentHash(text).length : 0;
    return {
      ...{ name, buildMs: round(built - started), attributeMs: round(done - built), rows: rows.length },
      ...{ shares: shares.length, treasury, ...(hashed > 0 && { contentHashMs: round(performance.now() - done) }) },
    };
  });
}

function manyWords(count: number, random: (below: number) => number): string {
  return Array.from({ length: count }, () => `w${random(5000)}`).join(" ");
}
