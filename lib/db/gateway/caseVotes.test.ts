import { keccak256, toHex, zeroHash } from "viem";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type LocalStack, startLocalStack } from "../../../services/worker/testing/localStack.ts";
import { evidenceCid, saveCaseVote, saveEvidence, votedCases, votesOfCase } from "./caseVotes.ts";

let stack: LocalStack;
beforeAll(async () => {
  stack = await startLocalStack({ chain: false });
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

it("keeps each validator's newest vote, in the order of ids", async () => {
  const guilty = { guilty: true, recomputedRoot: keccak256("0x"), slashBps: 5_000 };
  const innocent = { guilty: false, recomputedRoot: zeroHash, slashBps: 0 };
  await saveCaseVote(stack.sql, { caseId: 7n, validator: 10n, verdict: innocent, signature: "0x01" });
  await saveCaseVote(stack.sql, { caseId: 7n, validator: 9n, verdict: guilty, signature: "0x02" });
  await saveCaseVote(stack.sql, { caseId: 8n, validator: 9n, verdict: innocent, signature: "0x03" });
  await saveCaseVote(stack.sql, { caseId: 7n, validator: 10n, verdict: guilty, signature: "0x04" });
  const votes = await votesOfCase(stack.sql, 7n);
  expect(votes.map(({ validator, verdict, signature }) => ({ validator, verdict, signature }))).toEqual([
    { validator: 9n, verdict: guilty, signature: "0x02" },
    { validator: 10n, verdict: guilty, signature: "0x04" },
  ]);
  expect(await votedCases(stack.sql)).toEqual([7n, 8n]);
});

it("finds the evidence behind a hash", async () => {
  const hash = keccak256(toHex("why"));
  await saveEvidence(stack.sql, hash, "bafy");
  await saveEvidence(stack.sql, hash, "bafy");
  expect([await evidenceCid(stack.sql, hash), await evidenceCid(stack.sql, zeroHash)]).toEqual(["bafy", null]);
});
