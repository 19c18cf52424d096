import type { Address } from "viem";
import { beforeAll, describe, expect, it } from "vitest";
import { formatOpen } from "../../../lib/format/money.ts";
import { formatCoverage } from "../../../lib/format/number.ts";
import { feeOf } from "../../../lib/ledger/feeOf.ts";
import { addressPayee, targetPayee } from "../../../lib/ledger/index.ts";
import { parseLedger, splitsSince } from "../../../lib/verify/index.ts";
import { moneyOf } from "../money.ts";
import { answer, author, bitsTsv, failed, hash, honestWorld, lines, ndjson, owner } from "./honestWorld.fixture.ts";
import { checkLedger } from "./ledger.ts";
import { checkShares } from "./shares.ts";
import { checkSignature } from "./signatures.ts";
import { checkTerms, type Terms } from "./terms.ts";
import type { Claim, Spoken } from "./types.ts";

const spoken: Spoken = { question: "why?", answer };
let claim: Claim;
let document: string;
let terms: Terms;

beforeAll(async () => {
  ({ claim, document, terms } = await honestWorld());
});

describe("an honest receipt", () => {
  it("passes every comparison", async () => {
    expect(claim.shares).toHaveLength(1);
    expect(failed(await checkSignature(claim))).toEqual([]);
    expect(failed(checkLedger(lines, claim, () => {}))).toEqual([]);
    expect(failed(checkShares(lines, answer, bitsTsv, claim))).toEqual([]);
    expect(failed(await checkTerms(claim, terms, document, spoken))).toEqual([]);
  });
});

it("says amounts and parts as the receipt does, and to the last unit in the title", async () => {
  const checks = [...checkShares(lines, answer, bitsTsv, claim), ...(await checkTerms(claim, terms, document, spoken))];
  const { value, title } = checks.find(({ name }) => name === "Fee, from words and price")!;
  expect([value, title]).toEqual([`${formatOpen(claim.fee, "exact")} OPEN`, `${claim.fee} wei`]);
  const { unattributed } = moneyOf(claim.fee, claim.split, claim.payouts);
  const part = checks.find(({ name }) => name === "Attributed part")!;
  expect(part.value).toBe(formatCoverage(claim.coverageBps, unattributed));
  expect(part.title).toBe(`${claim.coverageBps} of 10,000, cut`);
  expect(checks.filter(({ value, detail }) => /\b(wei|bps)\b/.test(`${value} ${detail}`))).toEqual([]);
});

it("says of a private receipt what was not checked and why, and claims no tick for it", async () => {
  const hidden = { ...claim, salt: null, question: null, answer: null, spans: null };
  const checks = async (said: Spoken) => [
    ...(await checkSignature(hidden)),
    ...checkShares(lines, said.answer, bitsTsv, hidden),
    ...(await checkTerms(hidden, terms, document, said)),
  ];
  const pasted = await checks(spoken);
  expect(failed(pasted)).toEqual(["Question’s hash", "Answer’s hash", "Highlighted phrases"]);
  const answerOnly = (await checks({ ...spoken, question: "" })).filter(({ ok }) => ok !== true);
  expect(answerOnly.map(({ name, ok }) => [name, ok])).toEqual([
    ["Question’s hash", null],
    ["Answer’s hash", null],
    ["Highlighted phrases", null],
    ["Words of the question", null],
    ["Fee, from words and price", null],
  ]);
  expect(answerOnly.every(({ detail }) => detail!.startsWith("not checked: "))).toBe(true);
  const dearer = await checkTerms({ ...hidden, fee: claim.fee + 1n }, terms, document, { ...spoken, question: "" });
  expect(dearer.find(({ name }) => name === "Fee, from words and price")).toMatchObject({ ok: false });
});

it("calls no fee checked while words of it stood in messages that are not kept", async () => {
  const more = { ...claim, promptTokens: claim.promptTokens + 10 };
  const price = BigInt((JSON.parse(document) as { price: { perThousandTokens: string } }).price.perThousandTokens);
  const fee = feeOf(more.promptTokens + more.completionTokens, price);
  const checks = await checkTerms({ ...more, fee }, terms, document, spoken);
  expect(checks.filter(({ ok }) => ok === null).map(({ name }) => name)).toEqual([
    "Words of the question",
    "Fee, from words and price",
  ]);
});

it("shows all five parts of the split, which add up", async () => {
  const checks = await checkTerms(claim, terms, document, spoken);
  const { value } = checks.find(({ name }) => name === "Split, as announced on chain")!;
  const parts = [...value!.matchAll(/(\d+)\u00A0%/g)].map(([, percent]) => Number(percent));
  expect([parts.length, parts.reduce((sum, part) => sum + part)]).toEqual([5, 100]);
});

describe("a dishonest one is named", () => {
  it("when a text was changed", () => {
    const tampered = lines.map((line, i) =>
      i === 1 ? { ...line, text: line.text.replace("patent", "copyright") } : line,
    );
    const checks = checkLedger(tampered, claim, () => {});
    expect(failed(checks)).toEqual(["Every contribution’s root belongs to its text"]);
    expect(checks[0]!.detail).toContain("contribution 6");
    expect(failed(checkShares(tampered, answer, bitsTsv, claim))).toEqual([
      "Result’s hash, as signed",
      "Attributed part",
      "Highlighted phrases",
    ]);
  });

  it("when a contribution was left out", () => {
    expect(failed(checkLedger(lines.slice(0, 1), claim, () => {}))).toEqual(["Ledger size", "Ledger root"]);
  });

  it("when an amount is a wei off", () => {
    const shares = claim.shares.map((share) => ({ ...share, amount: share.amount + 1n }));
    const checks = checkShares(lines, answer, bitsTsv, { ...claim, shares });
    expect(failed(checks)).toEqual(["Amounts by contribution"]);
    const { amount } = claim.shares[0]!;
    expect(checks.find((check) => !check.ok)!.detail).toBe(
      `contribution 6: recomputed ${formatOpen(amount, "exact")} OPEN, but the record says ${formatOpen(amount + 1n, "full")} OPEN`,
    );
  });

  const money = (change: Partial<Claim>) => failed(checkShares(lines, answer, bitsTsv, { ...claim, ...change }));

  it("when a share, the treasury’s part, a phrase or its owner is another", () => {
    const [share] = claim.shares;
    expect(money({ shares: [{ ...share!, share: share!.share - 1 }] })).toEqual(["Shares, of 1,000,000,000"]);
    expect(money({ shares: [{ ...share!, payee: owner }] })).toEqual(["Shares, of 1,000,000,000"]);
    expect(money({ treasuryShare: claim.treasuryShare + 1 })).toEqual(["Share of nobody, to the treasury"]);
    expect(money({ coverageBps: claim.coverageBps + 1 })).toEqual(["Attributed part"]);
    const [[start, end, contribution]] = claim.spans as [[number, number, number]];
    expect(money({ spans: [[start, end, contribution - 1]] })).toEqual(["Highlighted phrases"]);
    expect(money({ spans: [] })).toEqual(["Highlighted phrases"]);
  });

  it("when a part of the fee went elsewhere, is short, or the split is not the one applied", () => {
    const paid = (role: string, change: object) =>
      claim.payouts.map((payout) => (payout.role === role ? { ...payout, ...change } : payout));
    const wei = claim.payouts.find(({ role }) => role === "owner")!.amount;
    expect(money({ payouts: paid("owner", { amount: wei - 1n }) })).toEqual([
      "Payouts by role and payee",
      "Payouts add up to the fee",
    ]);
    expect(money({ payouts: paid("contributor", { payee: addressPayee(owner) }) })).toEqual([
      "Payouts by role and payee",
    ]);
    expect(money({ payouts: paid("stakers", { payee: targetPayee(9n) }) })).toEqual(["Payouts by role and payee"]);
    const split = { ...claim.split, owner: claim.split.owner + 1 };
    expect(money({ split })).toEqual(["Payouts by role and payee"]);
  });

  const onTerms = async (change: Partial<Claim>, other: Partial<Terms> = {}, text = document) =>
    failed(await checkTerms({ ...claim, ...change }, { ...terms, ...other }, text, spoken));

  it("when the fee is not the words’ price", async () => {
    expect(await onTerms({ fee: claim.fee + 1n })).toEqual(["Fee, from words and price"]);
    const words = claim.completionTokens + 1;
    expect(await onTerms({ completionTokens: words })).toEqual(["Words of the answer", "Fee, from words and price"]);
    expect(await onTerms({ promptTokens: 0 })).toEqual(["Words of the question", "Fee, from words and price"]);
    const dearer = document.replace("7", "8");
    expect(await onTerms({}, {}, dearer)).toEqual(["Model’s document, as on chain", "Fee, from words and price"]);
  });

  it("when split, owners or countersignature are not the chain’s", async () => {
    const split = { ...claim.split, owner: claim.split.owner - 1 };
    expect(await onTerms({ split })).toEqual(["Split, as announced on chain"]);
    const owners = [{ owner: author, since: 1_000 }];
    expect(await onTerms({}, { model: { ...terms.model, owners } })).toEqual(["Paid as the model’s owner"]);
    expect(await onTerms({}, { provider: { owners } })).toEqual([
      "Paid as the provider’s owner",
      "Countersigned by the provider",
    ]);
    expect(await onTerms({ responseHash: hash("other") })).toEqual(["Countersigned by the provider"]);
    expect(await onTerms({ providerSignature: "0x12" })).toEqual(["Countersigned by the provider"]);
  });

  it("when what was applied had ended before the answer, or began after its epoch was posted: the verifier's bounds", async () => {
    const { until, model, provider } = terms;
    const other = { split: { ...claim.split, owner: 1 }, owner: author };
    const mine = { split: claim.split, owner: model.owners[0]!.owner };
    const held = async (history: [typeof mine, number][]) => {
      const splits = history.map(([{ split }, at]) => ({ split, at }));
      const ownersOf = (own: Address) =>
        history.map(([row, since]) => ({ owner: row === mine ? own : row.owner, since }));
      const providerOwners = ownersOf(provider.owners[0]!.owner);
      return onTerms({}, { model: { splits, owners: ownersOf(mine.owner) }, provider: { owners: providerOwners } });
    };
    const all = [
      "Split, as announced on chain",
      "Paid as the model’s owner",
      "Paid as the provider’s owner",
      "Countersigned by the provider",
    ];
    const lost = (at: number) =>
      held([
        [mine, 1_000],
        [other, at],
      ]);
    expect(await lost(claim.servedAt - 899)).toEqual([]);
    expect(await lost(claim.servedAt - 900)).toEqual(all);
    const gained = (at: number) =>
      held([
        [other, 1_000],
        [mine, at],
      ]);
    expect(await gained(until)).toEqual([]);
    expect(await gained(until + 1)).toEqual(all);
  });

  it("knows which splits held when it was served or after, and which were replaced before they began", () => {
    const [a, b, c, d] = [1, 2, 3, 4].map((owner) => ({ ...claim.split, owner }));
    const week = 7 * 86_400;
    const splits = [
      { split: a!, at: 1_000 },
      { split: b!, at: week + 2_000 }, // announced at 2,000, replaced at 3,000
      { split: c!, at: week + 3_000 },
      { split: d!, at: 3 * week },
    ];
    expect(splitsSince(splits, 5_000)).toEqual([a, c, d]);
    expect(splitsSince(splits, week + 2_500)).toEqual([a, c, d]);
    expect(splitsSince(splits, week + 3_000)).toEqual([c, d]);
    expect(splitsSince(splits, 4 * week)).toEqual([d]);
  });

  it("takes a split for one that held if the next was announced at the very second it began, and not a second before", () => {
    const [a, b, c] = [1, 2, 3].map((owner) => ({ ...claim.split, owner }));
    const week = 7 * 86_400;
    const announcedAt = (at: number) =>
      splitsSince(
        [
          { split: a!, at: 1_000 },
          { split: b!, at: week + 2_000 },
          { split: c!, at: at + week },
        ],
        week + 5_000,
      );
    expect(announcedAt(week + 1_999)).toEqual([a, c]);
    expect(announcedAt(week + 2_000)).toEqual([b, c]);
  });

  it("when the answer or the fee is not the signed one", async () => {
    expect(failed(await checkSignature({ ...claim, answer: `${answer}!` }))).toEqual(["Answer’s hash"]);
    expect(failed(await checkSignature({ ...claim, fee: claim.fee + 1n }))).toEqual(["Signed by the gateway"]);
  });

  it("when the word table is another", () => {
    const checks = checkShares(lines, answer, bitsTsv.replace(/\t\d+\n/, "\t1\n"), claim);
    expect(failed(checks)).toContain("Word table’s hash");
  });
});

it("says which line of a cut download is broken", () => {
  expect(() => parseLedger(`${ndjson}\n{"id":7,"ki`)).toThrow(/Line 3/);
});
