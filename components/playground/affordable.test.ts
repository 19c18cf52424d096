import { expect, it } from "vitest";
import { tokenise } from "../../lib/attribution/index.ts";
import { OPEN } from "../../lib/format/money.ts";
import { affordableTokens, LONGEST } from "./affordable.ts";

it.each([
  [5n * OPEN, 2n * OPEN, "", LONGEST],
  [OPEN, 2n * OPEN, "", 499],
  [OPEN, 2n * OPEN, "x".repeat(100), 449],
  [0n, 2n * OPEN, "", 0],
  [OPEN / 1_000n, 2n * OPEN, "a question", 0],
  [0n, null, "", LONGEST],
])("%i left at %s, %j: %i tokens", (left, price, question, tokens) => {
  expect(affordableTokens(left, price, question)).toBe(tokens);
});

it("never costs more than what is left", () => {
  for (let i = 0; i < 500; i++) {
    const question = "May I, a-b c? ".repeat(i % 40);
    const left = BigInt(i) * 7_919_000_000_000_000n;
    const price = BigInt((i % 13) + 1) * 311_000_000_000_000_000n;
    const tokens = affordableTokens(left, price, question);
    if (tokens === 0) continue;
    const fee = (BigInt(tokens + tokenise(question).length) * price + 999n) / 1_000n;
    expect(fee <= left).toBe(true);
  }
});
