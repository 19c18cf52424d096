import { expect, it } from "vitest";
import { attribute } from "./attribute.ts";
import { buildIndex } from "./buildIndex.ts";
import { naiveAttribution } from "./naiveAttribution.fixture.ts";
import { parseBits } from "./parseBits.ts";
import { randomNumbers } from "./randomNumbers.fixture.ts";
import type { Attribution, Contribution, ContributionKind, Params } from "./types.ts";

const TRIALS = 10_000;
const KINDS: readonly ContributionKind[] = ["paid", "paid", "paid", "paid", "commons", "void"];

type Random = (below: number) => number;

interface Trial {
  contributions: Contribution[];
  answer: string;
  bits: ReturnType<typeof parseBits>;
  limit: number;
  params: Params;
}

/** Few words, much copied between contributions and into the answer, so that intervals are wide and publishers many. */
function drawTrial(random: Random): Trial {
  const vocabulary = Array.from({ length: 2 + random(12) }, (_, i) => `w${i}`);
  const texts: string[][] = [];
  const draw = (longest: number) => {
    const words: string[] = [];
    for (let length = random(longest); words.length < length; ) {
      const source = texts[random(texts.length + 1)];
      if (source && random(3) > 0) {
        const from = random(source.length);
        words.push(...source.slice(from, from + 1 + random(14)));
      } else words.push(vocabulary[random(vocabulary.length)]!);
    }
    return words;
  };
  const count = random(8);
  for (let c = 0; c < count; c++) texts.push(draw(40));
  const contributions = texts.map((words) => ({ text: words.join(" "), kind: KINDS[random(KINDS.length)]! }));
  const minWords = 1 + random(5);
  return {
    contributions,
    answer: draw(50).join(" "),
    bits: parseBits(
      vocabulary
        .slice(random(4))
        .map((word) => `${word}\t${random(5000)}`)
        .join("\n"),
    ),
    limit: random(count + 1),
    params: {
      minWords,
      maxWords: minWords + random(12),
      minBits: random(3) * 4096,
      maxTokenBits: 4096,
      coverageFloorBps: [0, 2500, 10_000][random(3)]!,
      scale: 1_000_000_000,
    },
  };
}

function run({ contributions, answer, bits, limit, params }: Trial): Attribution {
  return attribute(buildIndex(contributions), answer, bits, { limit, params });
}

function money({ shares, treasury, coverageBps }: Pick<Attribution, "shares" | "treasury" | "coverageBps">) {
  return { shares, treasury, coverageBps };
}

function publishersOf({ rows }: Attribution): Map<string, number> {
  return new Map(
    rows.flatMap(({ start, from, to, contribution }) =>
      Array.from({ length: to - from + 1 }, (_, i) => [`${start}:${from + i}`, contribution] as const),
    ),
  );
}

function shareOf({ shares }: Attribution, ...contributions: number[]): number {
  return shares.reduce((sum, { contribution, share }) => sum + (contributions.includes(contribution) ? share : 0), 0);
}

/**
 * In real numbers splitting never gains. Floors take less than one unit of mass from a publisher at each token and leave less than one
 * more in the denominator, so two units a token, of all the mass, is what rounding can move.
 */
function roundingOf({ tokens, attributedMass, params }: Attribution): number {
  return attributedMass === 0n ? 0 : 1 + Math.ceil((params.scale * 2 * tokens.length) / Number(attributedMass));
}

it(`holds over ${TRIALS} seeded trials`, () => {
  const random = randomNumbers(20_240_817);
  let paying = 0;
  for (let number = 0; number < TRIALS; number++) {
    const trial = drawTrial(random);
    const { contributions, answer, bits, limit, params } = trial;
    const found = run(trial);
    const label = `trial ${number}`;
    if (found.shares.length > 0) paying++;

    const naive = naiveAttribution(contributions, answer, bits.bitsOf, limit, params);
    expect(money(found), `${label}: the specification word for word`).toEqual(money(naive));
    expect(publishersOf(found), `${label}: counting n-grams`).toEqual(naive.publishers);
    expect(found.treasury + shareOf(found, ...contributions.keys()), `${label}: sum`).toBe(params.scale);
    for (const { start, to, contribution, offset } of found.rows) {
      const quoted = contributions[contribution]!.text.split(" ").slice(offset, offset + to);
      expect(quoted, `${label}: evidence`).toEqual(answer.split(" ").slice(start, start + to));
    }

    const early = run({ ...trial, contributions: contributions.slice(0, limit) });
    expect([money(early), early.rows], `${label}: time travel`).toEqual([money(found), found.rows]);

    const copies = contributions
      .slice(0, limit)
      .filter(() => random(2) === 0)
      .map(({ text }) => ({ text, kind: "paid" as const }));
    const eligible = contributions.slice(0, limit);
    const copied = run({ ...trial, contributions: [...eligible, ...copies], limit: limit + copies.length });
    expect([money(copied), copied.rows], `${label}: copies`).toEqual([money(found), found.rows]);

    const owner = random(limit);
    const words = eligible[owner]?.text.split(" ") ?? [];
    if (eligible[owner]?.kind !== "paid") continue;
    const cut = random(words.length + 1);
    const parts = [words.slice(0, cut), words.slice(cut)].map((part) => ({
      text: part.join(" "),
      kind: "paid" as const,
    }));
    const split = run({
      ...trial,
      contributions: [...eligible.slice(0, owner), ...parts, ...eligible.slice(owner + 1)],
      limit: limit + 1,
    });
    const gain = shareOf(split, owner, owner + 1) - shareOf(found, owner);
    expect(gain, `${label}: splitting`).toBeLessThanOrEqual(roundingOf(found));
  }
  // Trials in which nobody is paid prove little.
  expect(paying).toBeGreaterThan(TRIALS / 3);
});
