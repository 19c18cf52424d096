import { expect, it } from "vitest";
import { attribute, buildIndex, parseBits } from "../attribution/index.ts";
import { randomNumbers } from "../attribution/randomNumbers.fixture.ts";
import { addressPayee, receiptPayouts, targetPayee } from "../ledger/index.ts";
import { contextOf } from "./attributeAgain.ts";
import type { Passage } from "./passage.ts";

const SCALE = 1_000_000_000;
const bits = parseBits("");
const HASH = `0x${"0".repeat(64)}` as const;
const split = { provider: 1_500, owner: 500, contributors: 5_000, stakers: 1_000 };
const payee = (n: number) => `0x${n.toString(16).padStart(40, "0")}` as const;
const roles = {
  ...{ owner: addressPayee(payee(91)), provider: addressPayee(payee(92)) },
  ...{ stakers: targetPayee(3n), protocol: addressPayee(payee(93)) },
};

it("splits every pool and fee to the last unit, keeps the cap, and any order of passages pays alike (500 seeded trials)", () => {
  const random = randomNumbers(41);
  const draw = (length: number) => Array.from({ length }, () => `w${random(30)}`).join(" ");
  let both = 0;
  for (let trial = 0; trial < 500; trial++) {
    const label = `trial ${trial}`;
    const texts = Array.from({ length: 1 + random(5) }, () => draw(6 + random(30)));
    const kindOf = () => (random(5) === 0 ? ("commons" as const) : ("paid" as const));
    const entries = texts.map((_, i) => {
      return { id: BigInt(10 + 3 * i), contributor: payee(1 + random(3)), root: HASH, kind: kindOf() };
    });
    const log = entries.flatMap(({ id }, i): Passage[] => {
      const words = texts[i]!.split(" ").length;
      const offset = random(words);
      return random(4) > 0 ? [[Number(id), offset, 1 + random(words - offset)]] : [];
    });
    const quoted = texts[random(texts.length)]!.split(" ");
    const answer = `${draw(random(15))} ${quoted.slice(0, random(10)).join(" ")} ${draw(random(15))}`;
    const exact = attribute(buildIndex(texts.map((text, i) => ({ text, kind: entries[i]!.kind }))), answer, bits);
    const redo = (passages: readonly Passage[]) => contextOf(exact, entries, HASH, answer, bits, { passages, texts });
    const { shares, treasury, residualBps } = redo(log);

    const sumOf = (rows: typeof shares) => rows.reduce((sum, { share }) => sum + share, 0);
    const context = shares.filter(({ channel }) => channel === "context");
    expect(sumOf(shares) + treasury, `${label}: the pool`).toBe(SCALE);
    expect(treasury, `${label}: treasury`).toBeGreaterThanOrEqual(0);
    expect(sumOf(context), `${label}: cap`).toBeLessThanOrEqual((SCALE / 4 / 10_000) * (residualBps! + 1));
    expect(redo(log.toReversed()).shares, `${label}: order`).toEqual(shares);
    for (const { contribution } of shares) {
      expect(entries.find(({ id }) => id === contribution)!.kind, `${label}: kind`).toBe("paid");
    }

    const fee = BigInt(random(2 ** 30)) ** BigInt(1 + random(3));
    const { payouts, parts } = receiptPayouts(fee, split, shares, roles, SCALE);
    expect(
      payouts.reduce((sum, { amount }) => sum + amount, 0n),
      `${label}: the fee`,
    ).toBe(fee);
    const owned = payouts.filter(({ role }) => role === "contributor");
    expect(
      parts.reduce((sum, { amount }) => sum + amount, 0n),
      `${label}: parts`,
    ).toBe(owned.reduce((sum, { amount }) => sum + amount, 0n));
    if (context.length > 0 && context.length < shares.length) both++;
  }
  expect(both).toBeGreaterThan(50);
});
