import { keccak256, stringToBytes } from "viem";
import { beforeEach, expect, it } from "vitest";
import { contentHash, contributionRoot, ledgerRoot } from "../../../lib/attribution/index.ts";
import {
  answerOf,
  classify,
  decodeClassifier,
  evaluateClassifier,
  INFLUENCE_METHOD,
  trainOnLedger,
} from "../../../lib/influence/index.ts";
import { addressPayee, receiptPayouts, targetPayee } from "../../../lib/ledger/index.ts";
import { influenceAgain, type LedgerLine } from "../../../lib/verify/index.ts";
import { failed, honestWorld, owner, provider, treasury } from "./honestWorld.fixture.ts";
import { checkInfluence } from "./influence.ts";
import type { Claim, Spoken } from "./types.ts";

const texts = {
  harbour1: "ships lie in the harbour under amber lanterns at dawn",
  field1: "the plough turns the marble field in autumn before the frost",
  harbour2: "the pilot brings ships past the pier into the harbour",
  field2: "wheat and barley ripen in the field behind the barn",
};
const lines: LedgerLine[] = Object.entries(texts).map(([title, text], i) => {
  const contributor = `0x${String(i + 1).repeat(40)}` as const;
  const root = contributionRoot([contentHash(text)], contributor);
  return { id: BigInt(i + 5), kind: "paid", contributor, root, title, text };
});
const spec = { labels: { harbour: ["harbour*"], field: ["field*"] }, dimensions: 64, penalty: 0.5 };
const bytes = trainOnLedger(lines, spec);
const model = decodeClassifier(bytes);
const weights = { cid: "x", keccak: keccak256(bytes), bytes: bytes.length };
const documentWith = (keccak: string) =>
  JSON.stringify({ classifier: { ...spec, weights: { ...weights, keccak }, evaluation: evaluateClassifier(model) } });
const document = documentWith(weights.keccak);
const spoken: Spoken = { question: "two ships wait", answer: answerOf(classify(model, "two ships wait")) };
const root = ledgerRoot(lines);
let claim: Claim;

/** An honest receipt over the classifier that the chain knows, or over one that training does not give. */
async function claimFor(published: string): Promise<Claim> {
  const world = (await honestWorld()).claim;
  const known = published === weights.keccak ? model : null;
  const { result, hash, shares } = influenceAgain(known, lines, root, published as `0x${string}`, spoken);
  const roles = { owner: addressPayee(owner), provider: addressPayee(provider.address) };
  const payees = { ...roles, stakers: targetPayee(world.model), protocol: addressPayee(treasury) };
  const { parts, payouts } = receiptPayouts(world.fee, world.split, shares, payees, 1_000_000_000);
  const effects = result.effects.map(({ contribution, effect }) => [Number(contribution), effect]);
  return {
    ...world,
    ...{ method: INFLUENCE_METHOD, bitsHash: null, ledgerRoot: root, resultHash: hash, spans: [], payouts },
    params: { scale: 1_000_000_000 } as Claim["params"],
    influence: { weights: published as `0x${string}`, scores: result.scores, effects },
    ...{ treasuryShare: result.treasury, coverageBps: result.coverageBps },
    shares: shares.map(({ contribution, share }, i) => {
      const payee = lines.find(({ id }) => id === contribution)!.contributor;
      return { contribution, payee, share, channel: "exact" as const, amount: parts[i]!.amount };
    }),
  };
}
beforeEach(async () => {
  claim = await claimFor(weights.keccak);
});

it("finds an honest receipt equal, from training to the last wei", async () => {
  const checks = await checkInfluence(lines, spoken, document, claim);
  expect(failed(checks)).toEqual([]);
  expect(checks.map(({ name }) => name)).toContain("Effects of training texts");
  expect(checks.find(({ name }) => name.startsWith("Accuracy"))!.value).toBe("0 of 4 right");
  expect(claim.shares.length).toBeGreaterThan(0);
});

it("names what is not what it must be", async () => {
  const of = async (change: Partial<Claim>, said = spoken) =>
    failed(await checkInfluence(lines, said, document, { ...claim, ...change }));
  const [first, ...rest] = claim.influence!.effects;
  const influence = { ...claim.influence!, effects: [[first![0]!, first![1]! + 1], ...rest] };
  expect(await of({ influence })).toEqual(["Effects of training texts"]);
  expect(await of({ resultHash: keccak256("0x") })).toEqual(["Result’s hash, as signed"]);
  expect(await of({ treasuryShare: 1 })).toEqual(["Share of nobody, to the treasury"]);
  expect(await of({}, { ...spoken, question: "barley" })).toContain("Result’s hash, as signed");
});

it("names the cell of an evaluation that is another, and what a private record shows none of", async () => {
  const { classifier } = JSON.parse(document) as { classifier: { evaluation: { confusion: number[][] } } };
  classifier.evaluation.confusion[0]![1]! += 1;
  const checks = await checkInfluence(lines, spoken, JSON.stringify({ classifier }), claim);
  expect(failed(checks)).toEqual(["Accuracy, as the model’s document tells it"]);
  expect(checks[1]!.detail).toMatch(/^field, taken for harbour: recomputed \d, but the record says \d$/);
  const hidden = await checkInfluence(lines, spoken, document, { ...claim, influence: null });
  expect(failed(hidden)).toEqual(["Scores of the labels", "Effects of training texts"]);
  expect(hidden.every(({ ok }) => ok !== false)).toBe(true);
});

it("says when a model's weights are not what training gives; its answers then credit nobody", async () => {
  const other = keccak256(stringToBytes("other weights"));
  const checks = await checkInfluence(lines, spoken, documentWith(other), await claimFor(other));
  expect(failed(checks)).toEqual(["Weights, trained again here"]);
  expect(checks[0]).toMatchObject({ ok: null, detail: expect.stringContaining("credit nobody") });
});
