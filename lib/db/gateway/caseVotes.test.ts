import { keccak256, toHex, zeroHash } from "viem";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type LocalStack, startLocalStack } from "../../../services/worker/testing/localStack.ts";
import { caseVotesOf, saveCaseVote, votedCases } from "./caseVotes.ts";
import { evidenceCid, saveEvidence } from "./evidence.ts";

let stack: LocalStack;
beforeAll(async () => {
  stack = await startLocalStack({ chain: false });
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

it("keeps all that validators signed: the verdict that was signed last first, then in the order of ids", async () => {
  const guilty = { guilty: true, recomputedRoot: keccak256("0x"), slashBps: 5_000 };
  const innocent = { guilty: false, recomputedRoot: zeroHash, slashBps: 0 };
  const last = { caseId: 7n, validator: 10n, ...guilty, signature: "0x04" } as const;
  const first = { caseId: 7n, validator: 9n, ...guilty, signature: "0x02" } as const;
  const other = { ...last, ...innocent, signature: "0x01" } as const;
  for (const vote of [other, first, { ...first, caseId: 8n }, last]) await saveCaseVote(stack.sql, vote);
  expect(await caseVotesOf(stack.sql, 7n)).toEqual([first, last, other]);
  // Whoever brings an old one again makes it no newer; a new owner's signature under the same verdict takes the place of the old owner's.
  await saveCaseVote(stack.sql, { ...other, signature: "0x09" });
  expect(await caseVotesOf(stack.sql, 7n)).toEqual([first, last, { ...other, signature: "0x09" }]);
  expect(await votedCases(stack.sql)).toEqual([7n, 8n]);
});

it("finds the evidence behind a hash", async () => {
  const hash = keccak256(toHex("why"));
  await saveEvidence(stack.sql, hash, "bafy");
  await saveEvidence(stack.sql, hash, "bafy");
  expect([await evidenceCid(stack.sql, hash), await evidenceCid(stack.sql, zeroHash)]).toEqual(["bafy", null]);
});
