import { expect, it } from "vitest";
import { randomNumbers } from "../randomNumbers.fixture.ts";
import { buildTier } from "./buildTier.ts";
import { SEARCH_WORDS, Searches } from "./Searches.ts";
import { BORDER, type Tier } from "./types.ts";

const random = randomNumbers(11);

/** Words 1 to `vocabulary`, small numbers often; `spread` lets the alphabet have gaps. */
function tierOf(words: number, vocabulary: number, spread: number): Tier {
  const drawn = Int32Array.from({ length: words }, () => spread * (1 + random(1 + random(vocabulary))));
  const starts = [0];
  for (let at = 40; at < words; at += 1 + random(200)) {
    drawn[at - 1] = BORDER;
    starts.push(at);
  }
  drawn[words - 1] = BORDER;
  const spellings = { first: 1, ends: new Int32Array(0), units: new Uint16Array(0) };
  const kinds = new Uint8Array(starts.length);
  return buildTier({ firstContribution: 0, words: drawn, starts: Int32Array.from(starts), kinds, spellings });
}

it("finds the places of every n-gram, and of none that the tier does not hold", () => {
  for (const [words, vocabulary, spread] of [
    [900, 3, 1],
    [900, 12, 1],
    [900, 40, 100_000],
    [100, 5, 1],
  ] as const) {
    const tier = tierOf(words, vocabulary, spread);
    const answer = Int32Array.from({ length: 120 }, () => spread * (1 + random(vocabulary + 2)));
    const searches = new Searches(answer);
    for (let depth = 1; depth <= SEARCH_WORDS; depth++) {
      searches.clear();
      const asked = [...answer.keys()].filter((start) => start + depth <= answer.length && random(4) > 0);
      for (const start of asked) searches.add(start, depth);
      searches.find(tier);
      const found = new Map<number, number[]>();
      for (const start of searches.list.subarray(0, searches.count)) {
        found.set(start, [...tier.suffixes.subarray(searches.from[start]!, searches.to[start]!)]);
      }
      const holds = (position: number, start: number, count = depth) =>
        answer.subarray(start, start + count).every((word, k) => tier.words[position + k] === word);
      for (const start of asked) {
        const expected = [...tier.suffixes].filter((position) => holds(position, start));
        expect(found.get(start) ?? []).toEqual(expected);
      }
      expect([...found.keys()]).toEqual(asked.filter((start) => found.has(start)));

      const longer = depth + 1 + random(3);
      searches.clear();
      const goingOn = [...found.keys()].filter((start) => start + longer <= answer.length);
      for (const start of goingOn) if (random(3) === 0) searches.forget(start);
      for (const start of goingOn) searches.addLonger(start, longer);
      searches.narrow(tier);
      const holding = goingOn.filter((start) => found.get(start)!.some((position) => holds(position, start, longer)));
      expect([...searches.list.subarray(0, searches.count)]).toEqual(holding);
      for (const start of holding) {
        expect([...tier.suffixes.subarray(searches.from[start]!, searches.to[start]!)]).toEqual(
          found.get(start)!.filter((position) => holds(position, start, longer)),
        );
      }
    }
  }
});
