import { afterEach, expect, it, vi } from "vitest";
import { resolveParams } from "./params.ts";
import { randomNumbers } from "./randomNumbers.fixture.ts";
import { buildTier } from "./tiers/buildTier.ts";
import { Searches } from "./tiers/Searches.ts";
import { BORDER } from "./tiers/types.ts";
import { traceEvidence } from "./traceEvidence.ts";

// That rows are right is the property test's business; here, that a trace finds them with few searches.

const ANSWER_WORDS = 500;
const random = randomNumbers(3);
const text = Array.from({ length: 30_000 }, () => 1 + random(3000));
const copy = text.slice(2000, 3000);
const near = Array.from({ length: 20 }, () => copy.map((word) => (random(12) === 0 ? 1 + random(3000) : word)));
const pieces: number[] = [];
while (pieces.length < ANSWER_WORDS) {
  const from = random(29_000);
  pieces.push(...text.slice(from, from + 5 + random(40)));
}

afterEach(() => vi.restoreAllMocks());

/** Searches that begin, and that go on, for `answer` over a tier of `texts`. */
function searchesFor(texts: number[][], answer: number[], wordBits: number): [begun: number, longer: number] {
  const starts: number[] = [];
  const words: number[] = [];
  for (const part of texts) {
    starts.push(words.length);
    words.push(...part, BORDER);
  }
  const tier = buildTier({
    firstContribution: 0,
    words: Int32Array.from(words),
    starts: Int32Array.from(starts),
    kinds: new Uint8Array(texts.length),
    spellings: { first: 1, ends: new Int32Array(0), units: new Uint16Array(0) },
  });
  const begun = vi.spyOn(Searches.prototype, "add");
  const longer = vi.spyOn(Searches.prototype, "addLonger");
  const bits = new Int32Array(answer.length).fill(wordBits);
  const index = { kinds: texts.map(() => "paid" as const), tiers: [tier] };
  traceEvidence(index, Int32Array.from(answer), bits, texts.length, resolveParams());
  return [begun.mock.calls.length, longer.mock.calls.length];
}

// Exact: nothing else tells of a change that only searches more. One that searches less may lower them.
it.each<[string, number[][], number[], number, [number, number]]>([
  ["a quote", [text], text.slice(1000, 1500), 4096, [32, 0]],
  ["a quote that goes on beyond the end of a copy", [copy, text], text.slice(1900, 2400), 4096, [32, 0]],
  ["pieces of 5 to 44 words", [text], pieces.slice(0, ANSWER_WORDS), 4096, [56, 0]],
  ["what near copies hold", near, copy.slice(100, 600), 4096, [232, 814]],
  ["a quote whose least n-grams have 5 words", [text, copy], text.slice(2200, 2700), 1700, [31, 0]],
])("searches no more than it must for %s", (_, texts, answer, wordBits, searches) => {
  expect(searchesFor(texts, answer, wordBits)).toEqual(searches);
});
