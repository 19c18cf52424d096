import { expect, it } from "vitest";
import { attribute, buildIndex, type Contribution, parseBits } from "../index.ts";
import { randomNumbers } from "../randomNumbers.fixture.ts";
import { attributeContext, type ContextPassage } from "./attributeContext.ts";
import { splitPool } from "./splitPool.ts";

const bits = parseBits("the\t1024\nof\t1024", 4096);
const paid = (text: string): Contribution => ({ text, kind: "paid" });
const passageOf = (contribution: number, text: string): ContextPassage => ({ contribution, offset: 0, text });

const ledger = [paid("the amber harbour of quiet lanterns"), paid("bronze lanterns drift over marble fields")];
const kinds = ledger.map(({ kind }) => kind);
const passages = ledger.map(({ text }, i) => passageOf(i, text));
const exactly = (answer: string, contributions = ledger) => attribute(buildIndex(contributions), answer, bits);

it("pays words of the prompt that no n-gram covers, a pair of neighbours three times as much as a word alone", () => {
  const found = attributeContext(exactly("amber harbour glitters marble"), passages, kinds, bits);
  // amber and harbour explain all of their 1/4 each, marble a third of its 1/4: of 2,500 bps.
  expect(found).toEqual({
    shares: [
      { contribution: 0, share: 125_000_000 },
      { contribution: 1, share: 20_833_333 },
    ],
    total: 145_833_333,
    residualBps: 10_000,
  });
});

it("splits a word that two passages hold, by their weights", () => {
  const found = attributeContext(exactly("quiet lanterns"), passages, kinds, bits);
  // quiet: 1/2 to the first; lanterns: 3/4 of 1/2 to the first, 1/4 to the second.
  expect(found.shares.map(({ share }) => share)).toEqual([218_750_000, 31_250_000]);
});

it("leaves what was traced exactly to the exact channel", () => {
  const answer = "bronze lanterns drift over marble fields";
  expect(attributeContext(exactly(answer), passages, kinds, bits)).toEqual({ shares: [], total: 0, residualBps: 0 });
});

it("pays nobody for commons and does not let void passages count", () => {
  const answer = exactly("amber marble");
  const found = attributeContext(answer, passages, ["commons", "paid"], bits);
  expect(found.shares.map(({ contribution }) => contribution)).toEqual([1]);
  expect(attributeContext(answer, passages, ["void", "void"], bits).total).toBe(0);
});

it("caps what one word weighs, as the exact channel does", () => {
  const answer = "the amber harbour of marble";
  const [capped, rarer] = [4096, 8000].map((unknown) => {
    const table = parseBits("the\t1024\nof\t1024", unknown);
    return attributeContext(attribute(buildIndex(ledger), answer, table), passages, kinds, table);
  });
  expect(rarer).toEqual(capped);
});

it("says what is wrong with an input", () => {
  const answer = exactly("amber");
  expect(() => attributeContext(answer, passages, kinds, bits, { contextBps: 10_001 })).toThrow(/contextBps is 10001/);
  expect(() => attributeContext(answer, [passageOf(2, "x")], kinds, bits)).toThrow(/contribution 2.*ledger has 2/);
  expect(() => attributeContext(answer, [passageOf(-1, "x")], kinds, bits)).toThrow(/contribution -1/);
  // A ledger may have grown since: the answer's is what counts.
  expect(() => attributeContext({ ...answer, limit: 1 }, passages, kinds, bits)).toThrow(
    /contribution 1.*ledger has 1/,
  );
  expect(attributeContext(exactly(""), passages, kinds, bits)).toEqual({ shares: [], total: 0, residualBps: 0 });
});

it("holds its sum, its cap, and neither copies nor another order change it, over 2,000 seeded trials", () => {
  const random = randomNumbers(77);
  const words = Array.from({ length: 40 }, (_, i) => `w${i}`);
  const draw = (length: number) => Array.from({ length }, () => words[random(words.length)]!).join(" ");
  let paying = 0;
  for (let trial = 0; trial < 2000; trial++) {
    const contributions = Array.from({ length: 1 + random(6) }, () => paid(draw(8 + random(30))));
    const quoted = contributions[random(contributions.length)]!.text.split(" ");
    const answer = `${draw(random(20))} ${quoted.slice(0, random(9)).join(" ")} ${draw(random(12))}`;
    const contextBps = random(10_001);
    const kindsHere = contributions.map(({ kind }) => kind);
    const exact = exactly(answer, contributions);
    const shown = contributions.flatMap(({ text }, i) => (random(4) > 0 ? [passageOf(i, text)] : []));
    const found = attributeContext(exact, shown, kindsHere, bits, { contextBps });
    const label = `trial ${trial}`;
    if (found.total > 0) paying++;

    const { scale } = exact.params;
    expect(found.total, `${label}: sum`).toBe(found.shares.reduce((sum, { share }) => sum + share, 0));
    // residualBps is rounded down: one more basis point is what it may have lost.
    const cap = (scale * contextBps * (found.residualBps + 1)) / 10_000 / 10_000;
    expect(found.total, `${label}: cap`).toBeLessThanOrEqual(Math.floor(cap));

    const pool = splitPool(exact, found);
    const all = [...pool.exact, ...pool.context].reduce((sum, { share }) => sum + share, pool.treasury);
    expect(all, `${label}: the pool`).toBe(scale);
    expect(pool.treasury, `${label}: treasury`).toBeGreaterThanOrEqual(0);

    expect(attributeContext(exact, shown.toReversed(), kindsHere, bits, { contextBps }), `${label}: order`).toEqual(
      found,
    );

    const copies = shown.filter(() => random(2) === 0).map(({ text }) => text);
    const copied = attributeContext(
      exactly(answer, [...contributions, ...copies.map(paid)]),
      [...shown, ...copies.map((text, i) => passageOf(contributions.length + i, text))],
      [...kindsHere, ...copies.map(() => "paid" as const)],
      bits,
      { contextBps },
    );
    expect(copied, `${label}: copies`).toEqual(found);
  }
  expect(paying).toBeGreaterThan(1000);
});
