import { expect, it } from "vitest";
import { METHOD } from "../../lib/attribution/index.ts";
import { publishedAccuracies } from "../../lib/attribution/published/index.ts";
import { readBits } from "./readBits.ts";
import { embeddedAnswers } from "./suites/answers.ts";
import { attackTable } from "./suites/attacks.ts";
import { createWorld } from "./suites/attackWorld.ts";
import { causalAgreement } from "./suites/causal.ts";
import { licenceClassifier } from "./suites/classifier.ts";
import { influenceFigures } from "./suites/influence.ts";
import { paraphrases } from "./suites/paraphrase.ts";
import { plantedSources } from "./suites/planted.ts";
import { readCorpus } from "./texts/corpus.ts";

// The suites of `npm run bench:quality`, small: on texts that the lockfile pins.

const bits = readBits();
const { pieces } = readCorpus(320, false);
const eighths = (from: number, to: number) => pieces.filter((_, i) => i % 8 >= from && i % 8 < to);
const [ledger, commons, outside] = [eighths(0, 4), eighths(4, 7), eighths(7, 8)];

it("finds planted sources better than a search does", () => {
  const { ours, bm25 } = plantedSources(ledger, outside, bits, 20, 1);
  const goals = [0.01, 0.07, 0.14, 0.2];
  for (const [level, { totalVariation, top1 }] of ours.entries()) {
    expect(totalVariation).toBeLessThan(goals[level]!);
    expect(totalVariation).toBeLessThan(bm25[level]!.totalVariation / 2);
    expect(top1).toBeGreaterThanOrEqual(0.6);
  }
});

it("agrees with retraining", () => {
  const { composite, sampled } = causalAgreement(ledger, outside, bits, 5, 2);
  for (const { ours, bm25 } of [composite, sampled]) {
    expect(ours.lds).toBeGreaterThan(0.85);
    expect(ours.looR).toBeGreaterThan(0.85);
    expect(ours.lds).toBeGreaterThan(bm25.lds);
  }
});

it("pays attackers nothing where nothing is promised, and shows why the defences are there", () => {
  const figures = attackTable(createWorld(ledger, commons, outside, 12, 3), bits);
  const of = (id: string) => figures.find((figure) => figure.id === id)!.value;
  for (const id of ["copies", "sybils", "harvest-void", "front-run-commit", "padding-late"]) expect(of(id)).toBe(0);
  for (const id of ["split-2", "split-5", "split-20", "split-windows"]) expect(of(id)).toBeLessThanOrEqual(1);
  expect(of("near-copy")).toBeLessThan(0.01);
  expect(of("harvest")).toBeGreaterThan(0.3);
  expect(of("front-run")).toBeGreaterThan(0.9);
  expect(of("padding-early-commons")).toBeLessThan(of("padding-early"));
});

it("credits the passage of the prompt that an answer paraphrases, within the cap", () => {
  for (const { replaced, contextTop1, most } of paraphrases(ledger, outside, bits, 20, 4)) {
    if (replaced === 0.4) expect(contextTop1).toBeGreaterThanOrEqual(0.95);
    expect(most).toBeLessThanOrEqual(0.25);
  }
});

it("says what rows did to a classifier", () => {
  const figures = influenceFigures(pieces.slice(0, 160), pieces.slice(160), 220, 6, 5);
  expect(figures.ridgeError).toBeLessThan(1e-9);
  expect(figures.newtonR).toBeGreaterThan(0.999);
  expect(figures.groupR).toBeGreaterThan(0.998);
  expect(figures.shapleyError).toBeLessThan(1e-12);
});

it("learns the families of licences", () => {
  const { accuracy, commonest, exactSums } = licenceClassifier();
  expect(accuracy).toBeGreaterThan(commonest + 0.2);
  expect(exactSums).toBe(1);
});

it("answers from the right passage, quotes nothing that is not there, and does not guess", () => {
  const { tuned, heldBack, attributed } = embeddedAnswers(bits);
  expect(tuned.top3 / tuned.questions).toBeGreaterThanOrEqual(0.85);
  expect(tuned.falseAnswers + heldBack.falseAnswers).toBe(0);
  expect(attributed).toBe(1);
});

it("publishes what it measured of the method in use, and every verdict follows from its figure", () => {
  const [newest] = publishedAccuracies;
  expect(newest.method).toBe(METHOD);
  expect(newest.bitsHash).toBe(bits.hash);
  for (const { value, bound, goal, met } of newest.measures) {
    // Published figures are rounded to six digits.
    if (Math.abs(value - goal) > 1e-5) expect(met).toBe(bound === "most" ? value <= goal : value >= goal);
  }
});
