import { expect, it } from "vitest";
import { randomNumbers } from "../attribution/randomNumbers.fixture.ts";
import { attributeLabel, INFLUENCE_SCALE, nobodys } from "./attributeLabel.ts";
import { answerOf } from "./classifier/answerOf.ts";
import { classify } from "./classifier/classify.ts";
import { decodeClassifier } from "./classifier/modelBytes.ts";
import { trainOnLedger } from "./classifier/trainOnLedger.ts";
import { influenceHash } from "./influenceHash.ts";

const TRIALS = 60;
const WORDS = "ship harbour pier dawn plough field barn frost net pilot wheat barley lantern tide".split(" ");
const hash = `0x${"1".repeat(64)}` as const;

/** A ledger of random texts by a few owners, some of it commons, and a question. */
function world(seed: number) {
  const random = randomNumbers(seed);
  const text = () => Array.from({ length: 5 + random(20) }, () => WORDS[random(WORDS.length)]).join(" ");
  const ledger = Array.from({ length: 4 + random(20) }, (_, i) => ({
    id: BigInt(i * 3 + 7),
    contributor: `0x${String(random(4)).repeat(40)}`,
    title: `${"abc"[i < 2 ? i : random(3)]}${i}`,
    text: text(),
  }));
  const spec = {
    labels: { a: ["a*"], b: ["b*"], c: ["c*"] },
    dimensions: 16 + random(48),
    penalty: (1 + random(30)) / 10,
  };
  const classifier = decodeClassifier(trainOnLedger(ledger, spec));
  const question = text();
  return { ledger, spec, classifier, question, answer: answerOf(classify(classifier, question)) };
}

const isCommons = (ledger: ReturnType<typeof world>["ledger"]) => (id: bigint) =>
  ledger.find((row) => row.id === id)!.contributor === `0x${"0".repeat(40)}`;

it("gives whole shares that add up with the treasury's to the scale, to nobody twice and never to the commons", () => {
  for (let seed = 0; seed < TRIALS; seed++) {
    const { ledger, classifier, question, answer } = world(seed);
    const result = attributeLabel(classifier, question, answer, isCommons(ledger));
    const { shares, effects, treasury, coverageBps } = result;
    expect(shares.reduce((sum, { share }) => sum + share, treasury)).toBe(INFLUENCE_SCALE);
    expect(treasury).toBeGreaterThanOrEqual(0);
    expect(coverageBps).toBe(Math.floor(((INFLUENCE_SCALE - treasury) * 10_000) / INFLUENCE_SCALE));
    for (const { contribution, share } of shares) {
      expect(Number.isInteger(share) && share > 0).toBe(true);
      expect(isCommons(ledger)(contribution)).toBe(false);
      expect(effects.find((row) => row.contribution === contribution)!.effect).toBeGreaterThanOrEqual(0);
    }
    const places = shares.map(({ contribution }) => contribution);
    expect(places).toEqual([...new Set(places)].sort((a, b) => Number(a - b)));
    expect(effects.map(({ contribution }) => String(contribution))).toEqual(classifier.rows.map(({ id }) => id));
  }
});

it("pays nothing for copies, whoever hands them in and however many", () => {
  for (let seed = 0; seed < TRIALS; seed++) {
    const { ledger, spec, classifier, question, answer } = world(seed);
    const copies = ledger.map((row, i) => ({ ...row, id: BigInt(1_000 + i), contributor: `0x${"9".repeat(40)}` }));
    const copied = decodeClassifier(trainOnLedger([...ledger, ...copies], spec));
    const all = isCommons([...ledger, ...copies]);
    expect(attributeLabel(copied, question, answer, all)).toEqual(attributeLabel(classifier, question, answer, all));
  }
});

it("owes nobody anything for what the model does not say", () => {
  const { classifier, question, answer, ledger } = world(1);
  const of = (said: string) => attributeLabel(classifier, question, said, isCommons(ledger));
  expect(of("")).toBe(nobodys);
  expect(of(`${answer}!`)).toBe(nobodys);
  expect(of(answer.slice(0, 3))).toEqual(of(answer));
});

it("binds question, answer, weights and every figure in one hash", () => {
  const { classifier, question, answer, ledger } = world(2);
  const result = attributeLabel(classifier, question, answer, isCommons(ledger));
  const whole = { weightsHash: hash, ledgerRoot: hash, question, answer, ...result };
  const [first] = result.effects;
  const others = [
    { ...whole, question: "other" },
    { ...whole, answer: "other" },
    { ...whole, weightsHash: `0x${"2".repeat(64)}` as const },
    { ...whole, ledgerRoot: `0x${"2".repeat(64)}` as const },
    { ...whole, treasury: result.treasury + 1 },
    { ...whole, scores: result.scores.slice(1) },
    { ...whole, effects: [{ ...first!, effect: first!.effect - 1 }, ...result.effects.slice(1)] },
    { ...whole, shares: result.shares.slice(1) },
  ];
  expect(new Set([whole, ...others].map(influenceHash)).size).toBe(others.length + 1);
});
