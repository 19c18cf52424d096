import { parseEther } from "viem";
import { expect, it } from "vitest";
import { sentenceOn } from "./assign.ts";

it("says in one sentence who is short, however many they are", () => {
  const part = { count: 2, fees: parseEther("0.5") };
  const payer = (n: number) => `0x${String(n).padStart(40, "0")}` as const;
  expect(sentenceOn(new Map([[payer(1), part]]))).toContain(
    `leaves out 2 receipts of ${payer(1)}: 0.5 OPEN are not covered`,
  );
  const many = sentenceOn(new Map(Array.from({ length: 500 }, (_, n) => [payer(n), part])));
  expect(many).toContain(`leaves out 1000 receipts of ${payer(0)} and 499 more payers: 250 OPEN are not covered`);
  expect(many.length).toBeLessThan(250);
});
