import { expect, it } from "vitest";
import type { LedgerItem } from "../../../lib/db/ledgers.ts";
import { answerOf, classify, decodeClassifier, trainOnLedger } from "../../../lib/influence/index.ts";
import { influenceAgain } from "../../../lib/verify/index.ts";
import { attributeInfluence } from "./attributeInfluence.ts";

const hash = `0x${"a".repeat(64)}` as const;
const texts = {
  harbour1: "ships lie in the harbour under amber lanterns at dawn",
  field1: "the plough turns the marble field in autumn before the frost",
  harbour2: "the pilot brings ships past the pier into the harbour",
  field2: "wheat and barley ripen in the field behind the barn",
};
const ledger = Object.entries(texts).map(([title, text], i) => {
  return { id: BigInt(i + 3), contributor: `0x${String(i).repeat(40)}` as const, title, text };
});
const classifier = decodeClassifier(
  trainOnLedger(ledger, { labels: { harbour: ["h*"], field: ["f*"] }, dimensions: 64, penalty: 0.5 }),
);
const items = ledger.map(({ id, contributor, title }, i): LedgerItem => {
  return {
    id,
    contributor,
    title,
    datanet: i === 0 ? 1n : 2n,
    root: hash,
    kind: i === 0 ? "commons" : "paid",
    cid: "",
  };
});
const question = "two ships wait in the harbour";
const answer = answerOf(classify(classifier, question));

it("credits the texts that taught the label, leaves the commons’ part to the treasury, and is what a verifier finds", () => {
  const traced = attributeInfluence({ items, root: hash, weights: hash, classifier }, question, answer);
  expect(traced).toMatchObject({ method: "influence-1", ledgerSize: 4, bitsHash: null, rows: [], spans: [] });
  expect(traced.influence!.scores[0]!.label).toBe("harbour");
  expect(traced.influence!.effects).toHaveLength(4);
  expect(traced.owned.map(({ contribution }) => contribution)).toContain(5n);
  expect(traced.owned.some(({ contribution }) => contribution === 3n)).toBe(false);
  expect(traced.owned.reduce((sum, { share }) => sum + share, traced.treasury)).toBe(1_000_000_000);
  expect(traced.treasury).toBeGreaterThan(0);
  const again = influenceAgain(classifier, items, hash, hash, { question, answer });
  expect(again.hash).toBe(traced.resultHash);
  expect(again.shares.map(({ share }) => share)).toEqual(traced.owned.map(({ share }) => share));
});

it("credits nobody where training gives other weights, or the answer is another", () => {
  const strange = attributeInfluence({ items, root: hash, weights: hash, classifier: null }, question, answer);
  expect(strange).toMatchObject({ owned: [], treasury: 1_000_000_000, coverageBps: 0 });
  const other = attributeInfluence(
    { items, root: hash, weights: hash, classifier },
    question,
    "field (confidence 99.9 %)",
  );
  expect(other).toMatchObject({ owned: [], treasury: 1_000_000_000, coverageBps: 0 });
});
