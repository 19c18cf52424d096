import { beforeAll, expect, it } from "vitest";
import { CONTEXT_METHOD, DEFAULT_CONTEXT_BPS, findPassages } from "../../../lib/attribution/context/index.ts";
import { buildIndex, buildPassages, parseBits } from "../../../lib/attribution/index.ts";
import { addressPayee, receiptPayouts, saltedHash, targetPayee } from "../../../lib/ledger/index.ts";
import { type AcceptedContribution, attributeBothAgain } from "../../../lib/verify/index.ts";
import { author, bitsTsv, failed, honestWorld, lines, owner, provider, treasury } from "./honestWorld.fixture.ts";
import { checkPrompt } from "./prompt.ts";
import { checkShares } from "./shares.ts";
import type { Claim } from "./types.ts";

const QUESTION = "Which patent covenant does a licensee obtain?";
const ANSWER =
  "Each licensee obtains a perpetual worldwide sublicensable patent grant, a covenant hereby for every licensee.";
let claim: Claim;
const standing = { accepted: async (): Promise<AcceptedContribution[]> => [] };
const gone = {
  accepted: async () =>
    lines.map(({ id, contributor, root }) => {
      const place = { block: 1n, logIndex: 0 };
      return { ...{ id, datanet: 2n, contributor, root, place }, takenDown: { block: 9n, logIndex: 0 } };
    }),
};

/** The honest world's receipt as that of a model which was given passages. */
beforeAll(async () => {
  const { claim: quoted } = await honestWorld();
  const own = lines.filter(({ kind }) => kind === "paid");
  const index = buildPassages(own.map(({ id, title, text }) => ({ id: String(id), title, text })));
  const passages = findPassages(index, QUESTION).map(({ document, offset, words }): [number, number, number] => {
    return [Number(document), offset, words];
  });
  const texts = lines.map(({ text }) => text);
  const bits = parseBits(bitsTsv);
  const again = attributeBothAgain(buildIndex(lines), lines, quoted.ledgerRoot, ANSWER, bits, { passages, texts });
  const payees = { owner: addressPayee(owner), provider: addressPayee(provider.address) };
  const roles = { ...payees, stakers: targetPayee(3n), protocol: addressPayee(treasury) };
  const { parts, payouts } = receiptPayouts(quoted.fee, quoted.split, again.shares, roles, quoted.params.scale);
  claim = {
    ...quoted,
    ...{ question: QUESTION, answer: ANSWER, responseHash: saltedHash(quoted.salt!, ANSWER), method: CONTEXT_METHOD },
    ...{ passages, residualBps: again.residualBps, treasuryShare: again.treasury, resultHash: again.hash, payouts },
    ...{ params: { ...quoted.params, contextBps: DEFAULT_CONTEXT_BPS }, coverageBps: again.result.coverageBps },
    shares: again.shares.map(({ contribution, share, channel = "exact" }, i) => {
      return { contribution, channel, payee: author, share, amount: parts[i]!.amount };
    }),
    spans: [[0, ANSWER.indexOf(" grant"), 6]],
  };
});
const told = (change: Partial<Claim>) => failed(checkShares(lines, ANSWER, bitsTsv, { ...claim, ...change }));

it("redoes both kinds of shares, apart", async () => {
  expect(claim.shares.map(({ channel }) => channel)).toEqual(["exact", "context"]);
  expect(told({})).toEqual([]);
  expect(failed(await checkPrompt(lines, claim, standing))).toEqual([]);
});

it("names a context share that is another, an exact one that is said to be in context, and what is in other words", () => {
  const [exact, context] = claim.shares as [Claim["shares"][number], Claim["shares"][number]];
  const [words, given] = ["Shares word for word, of 1,000,000,000", "Shares in context, of 1,000,000,000"];
  expect(told({ shares: [exact, { ...context, share: context.share + 1 }] })).toEqual([given]);
  expect(told({ shares: [{ ...exact, share: exact.share + 1 }, context] })).toEqual([words]);
  expect(told({ shares: [context, { ...exact, channel: "context" }] }).slice(0, 2)).toEqual([words, given]);
  expect(told({ residualBps: claim.residualBps! + 1 })).toEqual(["Part that is in other words"]);
});

it("names a log that was changed, and a passage that is missing though it still stands", async () => {
  const [[id, offset, words]] = claim.passages as [[number, number, number]];
  expect(told({ passages: [[id, offset, words - 1]] })).toContain("Result’s hash, as signed");
  expect(told({ passages: [[id, offset, 999]] })).toEqual(["Passages of the prompt"]);
  const prompt = (passages: Claim["passages"], facts: typeof standing = standing) =>
    checkPrompt(lines, { ...claim, passages }, facts);
  const [shorter] = await prompt([[id, offset, words - 1]]);
  expect(shorter).toMatchObject({
    ok: false,
    detail: expect.stringContaining(`contribution ${id}, words ${offset} to`),
  });
  expect((await prompt([]))[0]!.ok).toBe(false);
  expect((await prompt([], gone))[0]!.ok).toBe(true);
});

it("says that a private prompt is shown to its payer only, and calls nothing unequal", async () => {
  const [check, ...rest] = checkShares(lines, ANSWER, bitsTsv, { ...claim, passages: null, question: null });
  expect([check!.ok, rest]).toEqual([null, []]);
  expect(await checkPrompt(lines, { ...claim, passages: null }, standing)).toEqual([]);
});
