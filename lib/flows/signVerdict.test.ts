import { keccak256, recoverTypedDataAddress, stringToBytes, zeroAddress, zeroHash } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { afterEach, expect, it, vi } from "vitest";
import { finalizeFlow } from "./finalize.ts";
import { ruleCaseFlow } from "./ruleCase.ts";
import { signReviewFlow } from "./signReview.ts";
import { signVerdictFlow } from "./signVerdict.ts";
import { testTools } from "./testTools.ts";

const owner = privateKeyToAccount(`0x${"11".repeat(32)}`);
const { arbiter } = testTools().network.deployment.contracts;

function tools(read: object = {}) {
  const at = testTools({ account: owner.address, read: async <T>() => read as T });
  return at;
}

afterEach(() => vi.unstubAllGlobals());

/** Signs as the wallet would. @returns what was sent to our API, and who signed */
async function signed(action: Awaited<ReturnType<typeof signVerdictFlow.act>>) {
  if (action.kind !== "signAndAsk") throw new Error(action.kind);
  const message = action.message as never as Parameters<typeof owner.signTypedData>[0];
  const signature = await owner.signTypedData(message);
  const sent: { url: string; body: Record<string, unknown> }[] = [];
  vi.stubGlobal("fetch", async (url: string, { body }: RequestInit) => {
    sent.push({ url, body: JSON.parse(body as string) });
    return Response.json({});
  });
  await action.request(signature);
  const signer = await recoverTypedDataAddress({ ...(message as object), signature } as never);
  return { ...sent[0]!, signature, signer, message: action.message };
}

it("signs a verdict for the arbiter and sends exactly what was signed", async () => {
  const verdict = { settlement: zeroAddress, caseId: 4n, guilty: true, recomputedRoot: zeroHash, slashBps: 5_000 };
  const request = { ...verdict, validator: 12n };
  const { facts } = await signVerdictFlow.plan(request, tools());
  const { url, body, signature, signer, message } = await signed(
    await signVerdictFlow.act("sign", request, facts, tools()),
  );
  expect(url).toBe("/api/v1/cases/4/votes");
  const { guilty, recomputedRoot, slashBps } = verdict;
  expect(body).toEqual({ validator: "12", guilty, recomputedRoot, slashBps, signature });
  expect(signer).toBe(owner.address);
  expect(message).toMatchObject({ domain: { verifyingContract: arbiter }, message: verdict });
});

it("signs a review over the hash of the reason that is sent", async () => {
  const request = { contribution: 7n, validator: 12n, accept: true, score: 9_900, reason: " New to this ledger. " };
  const { facts } = await signReviewFlow.plan(request, tools());
  const { url, body, signature, message } = await signed(await signReviewFlow.act("sign", request, facts, tools()));
  expect(url).toBe("/api/v1/contributions/7/reviews");
  expect(body).toEqual({ validator: "12", accept: true, score: 9_900, reason: "New to this ledger.", signature });
  expect(message.message.reasonHash).toBe(keccak256(stringToBytes("New to this ledger.")));
});

it("carries out a verdict once", async () => {
  const votes = [{ validator: 12n, signature: "0x01" as const }];
  const request = { caseId: 4n, guilty: true, recomputedRoot: zeroHash, slashBps: 5_000, votes };
  const { facts } = await ruleCaseFlow.plan(request, tools());
  expect(await ruleCaseFlow.act("rule", request, facts, tools())).toMatchObject({
    call: {
      ...{ address: arbiter, functionName: "rule" },
      args: [4n, { guilty: true, recomputedRoot: zeroHash, slashBps: 5_000 }, votes],
    },
  });
  expect(await ruleCaseFlow.recover!("rule", request, facts, tools({ closed: false }))).toBeNull();
  expect(await ruleCaseFlow.recover!("rule", request, facts, tools({ closed: true }))).toEqual({ closed: true });
});

it.each([
  [2, null],
  [3, { decided: true }],
  [4, { decided: true }],
  [5, null],
])("a contribution of status %i after a reload: %j", async (status, facts) => {
  const review = { validator: 1n, accept: true, score: 1, reasonHash: zeroHash, signature: "0x01" as const };
  const request = { contribution: 7n, reviews: [review] };
  expect(await finalizeFlow.act("finalize", request, { decided: false }, tools())).toMatchObject({
    call: { functionName: "finalize", args: [7n, [review]] },
  });
  expect(await finalizeFlow.recover!("finalize", request, { decided: false }, tools({ status }))).toEqual(facts);
});
