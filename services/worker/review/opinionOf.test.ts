import { keccak256, stringToBytes } from "viem";
import { expect, it } from "vitest";
import { opinionOf } from "./opinionOf.ts";

it("accepts what intake found nothing wrong with, scored by what is new", () => {
  const opinion = opinionOf({ problem: null, words: 12_345, containedBps: 1_250 });
  expect(opinion).toMatchObject({ accept: true, score: 8_750 });
  expect(opinion.reason).toBe("Hashes match; 12,345 words, 87.5 % new to this ledger.");
  expect(opinion.reasonHash).toBe(keccak256(stringToBytes(opinion.reason)));
});

it("rejects with the problem as the reason", () => {
  const problem = "Its text is not UTF-8.";
  expect(opinionOf({ problem, words: 0, containedBps: 0 })).toMatchObject({ accept: false, score: 0, reason: problem });
});
