import assert from "node:assert/strict";
import { type AttributeOptions, attribute } from "./attribute.ts";
import { type AttributionIndex, buildIndex } from "./buildIndex.ts";
import { naiveAttribution } from "./naiveAttribution.fixture.ts";
import { type BitsTable, parseBits } from "./parseBits.ts";
import { buildTier } from "./tiers/buildTier.ts";
import { mergeSources } from "./tiers/mergeSources.ts";
import { SourceWriter } from "./tiers/SourceWriter.ts";
import { viewTier } from "./tiers/tierLayout.ts";
import type { Tier } from "./tiers/types.ts";
import type { Attribution, Contribution, ContributionKind, Params } from "./types.ts";
import { Vocabulary } from "./words/Vocabulary.ts";

const KINDS: readonly ContributionKind[] = ["paid", "paid", "paid", "paid", "commons", "void"];

type Random = (below: number) => number;

interface Trial {
  contributions: Contribution[];
  answer: string;
  bits: BitsTable;
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

/** Draws a ledger and an answer and checks all that must hold of them. @returns whether anybody was paid. @throws AssertionError */
export function checkTrial(random: Random, label: string): boolean {
  const trial = drawTrial(random);
  const { contributions, answer, bits, limit, params } = trial;
  const attributeOver = (ledger: readonly Contribution[], to = ledger.length) =>
    attribute(buildIndex(ledger), answer, bits, { limit: to, params });
  const found = attributeOver(contributions, limit);

  const naive = naiveAttribution(contributions, answer, bits.bitsOf, limit, params);
  assert.deepEqual(money(found), money(naive), `${label}: the specification word for word`);
  assert.deepEqual(publishersOf(found), naive.publishers, `${label}: counting n-grams`);
  assert.equal(found.treasury + shareOf(found, ...contributions.keys()), params.scale, `${label}: sum`);
  for (const { start, to, contribution, offset } of found.rows) {
    const words = contributions[contribution]!.text.split(" ");
    const quote = answer.split(" ").slice(start, start + to);
    assert.deepEqual(words.slice(offset, offset + to), quote, `${label}: evidence`);
    const first = words.findIndex((_, at) => quote.every((word, k) => words[at + k] === word));
    assert.equal(offset, first, `${label}: the first place of the evidence`);
  }

  const eligible = contributions.slice(0, limit);
  assert.deepEqual(told(attributeOver(eligible)), told(found), `${label}: time travel`);
  const copies = eligible.filter(() => random(2) === 0).map(({ text }) => ({ text, kind: "paid" as const }));
  assert.deepEqual(told(attributeOver([...eligible, ...copies])), told(found), `${label}: copies`);
  checkTiers(random, trial, found, label);
  checkSplit(random, eligible, found, attributeOver, label);
  return found.shares.length > 0;
}

/** Any cut of the ledger into tiers, merged and persisted or not, gives the same; removal and compaction do what they say. */
function checkTiers(
  random: Random,
  { contributions, answer, bits, limit, params }: Trial,
  found: Attribution,
  label: string,
): void {
  const kinds = contributions.map(({ kind }) => kind);
  const options: AttributeOptions = { limit, params };
  const cut = cutIntoTiers(random, contributions);
  const index: AttributionIndex = { kinds, removed: new Set(), ...cut };
  assert.deepEqual(told(attribute(index, answer, bits, options)), told(found), `${label}: tiers`);

  const merged = { ...index, tiers: mergeSome(random, cut.tiers) };
  assert.deepEqual(told(attribute(merged, answer, bits, options)), told(found), `${label}: merged tiers`);

  const loaded = merged.tiers.map(({ buffer }) => viewTier(buffer.slice(0)));
  const vocabulary = new Vocabulary();
  for (const { spellings } of loaded) vocabulary.restore(spellings);
  const reopened = { ...index, vocabulary, tiers: loaded };
  assert.deepEqual(told(attribute(reopened, answer, bits, options)), told(found), `${label}: persisted and loaded`);

  const removed = new Set([...kinds.keys()].filter(() => random(3) === 0));
  const buried = attribute({ ...merged, removed }, answer, bits, options);
  const left = found.shares.filter(({ contribution }) => !removed.has(contribution));
  assert.deepEqual([buried.rows, buried.shares], [found.rows, left], `${label}: tombstones`);
  assert.equal(buried.treasury, found.treasury + shareOf(found, ...removed), `${label}: to the treasury`);

  const compacted = { ...merged, tiers: merged.tiers.map((tier) => buildTier(mergeSources([tier], removed))) };
  const emptied = contributions.map(({ text, kind }, i) => ({ text: removed.has(i) ? "" : text, kind }));
  const fresh = attribute(buildIndex(emptied), answer, bits, options);
  assert.deepEqual(told(attribute(compacted, answer, bits, options)), told(fresh), `${label}: compaction`);
}

function cutIntoTiers(random: Random, contributions: readonly Contribution[]) {
  const vocabulary = new Vocabulary();
  const tiers: Tier[] = [];
  for (let from = 0; from < contributions.length; ) {
    const to = Math.min(contributions.length, from + 1 + random(3));
    const writer = new SourceWriter(vocabulary, from, vocabulary.size + 1, 1 + random(8));
    for (const { text, kind } of contributions.slice(from, to)) {
      for (const _ of writer.take(text, kind, 1 + random(50))) assert.ok(writer.length > 0);
    }
    tiers.push(buildTier(writer.finish()));
    from = to;
  }
  return { vocabulary, tiers };
}

function mergeSome(random: Random, tiers: readonly Tier[]): Tier[] {
  if (tiers.length === 0) return [];
  const from = random(tiers.length);
  const to = from + 1 + random(tiers.length - from);
  return [...tiers.slice(0, from), buildTier(mergeSources(tiers.slice(from, to))), ...tiers.slice(to)];
}

/** Cutting an own contribution in two gains nothing but what rounding can move. */
function checkSplit(
  random: Random,
  eligible: readonly Contribution[],
  found: Attribution,
  attributeOver: (ledger: readonly Contribution[]) => Attribution,
  label: string,
): void {
  const owner = random(eligible.length);
  if (eligible[owner]?.kind !== "paid") return;
  const words = eligible[owner].text.split(" ");
  const cut = random(words.length + 1);
  const parts = [words.slice(0, cut), words.slice(cut)].map((part) => ({
    text: part.join(" "),
    kind: "paid" as const,
  }));
  const split = attributeOver([...eligible.slice(0, owner), ...parts, ...eligible.slice(owner + 1)]);
  const gain = shareOf(split, owner, owner + 1) - shareOf(found, owner);
  assert.ok(gain <= roundingOf(found), `${label}: splitting gains ${gain}, rounding explains ${roundingOf(found)}`);
}

/**
 * In real numbers splitting never gains. Floors take less than one unit of mass from a publisher at each token and leave less than one
 * more in the denominator, so two units a token, of all the mass, is what rounding can move.
 */
function roundingOf({ tokens, attributedMass, params }: Attribution): number {
  return attributedMass === 0n ? 0 : 1 + Math.ceil((params.scale * 2 * tokens.length) / Number(attributedMass));
}

function money({ shares, treasury, coverageBps }: Pick<Attribution, "shares" | "treasury" | "coverageBps">) {
  return { shares, treasury, coverageBps };
}

const told = (result: Attribution) => [money(result), result.rows];

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
