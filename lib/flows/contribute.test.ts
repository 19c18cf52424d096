import { encodeAbiParameters, encodeEventTopics } from "viem";
import { describe, expect, it } from "vitest";
import { curationAbi } from "../abi/curation.ts";
import { commitmentOf } from "../ledger/index.ts";
import type { Outcome } from "../tx/port.ts";
import { type ContributeRequest, contributeFlow } from "./contribute.ts";
import { testTools } from "./testTools.ts";

const request: ContributeRequest = {
  datanet: 2n,
  direct: false,
  title: "A licence",
  root: `0x${"ab".repeat(32)}`,
  items: 1,
  words: 120,
  uri: "ipfs://bafk",
  bond: 12n * 10n ** 16n,
  salt: `0x${"cd".repeat(32)}`,
};

const commitment = commitmentOf({ ...request, contributor: testTools().port.account });

function committedLog(id: bigint) {
  const topics = encodeEventTopics({
    abi: curationAbi,
    eventName: "Committed",
    args: { id, datanet: 2n, contributor: testTools().port.account },
  });
  const data = encodeAbiParameters(
    [{ type: "bytes32" }, { type: "uint32" }, { type: "uint128" }],
    [commitment, 120, request.bond],
  );
  return { address: testTools().network.deployment.contracts.curation, topics, data } as never;
}

const outcome = (id: bigint): Outcome => ({
  status: "success",
  hash: "0x1",
  block: 9,
  time: 1_000,
  logs: [committedLog(id)],
});

describe("plan", () => {
  it.each([
    [request.bond, false, ["commit", "wait", "reveal"]],
    [request.bond - 1n, false, ["approve", "commit", "wait", "reveal"]],
    [0n, true, ["approve", "contribute"]],
    [request.bond, true, ["contribute"]],
  ])("with an allowance of %i, direct %s: %j", async (allowance, direct, steps) => {
    const tools = testTools({ read: async <T>() => allowance as T });
    expect((await contributeFlow.plan({ ...request, direct }, tools)).steps).toEqual(steps);
  });
});

describe("act", () => {
  const facts = { contribution: 41n, committedAt: 1_000 };
  const tools = testTools({ pendingTime: async () => 1_000 });

  it("commits to exactly what it will reveal", async () => {
    const commit = await contributeFlow.act("commit", request, facts, tools);
    expect(commit).toMatchObject({ kind: "write", call: { functionName: "commit", args: [2n, commitment, 120] } });
    const reveal = await contributeFlow.act("reveal", request, facts, tools);
    expect(reveal).toMatchObject({
      call: { functionName: "reveal", args: [41n, request.root, 1, "ipfs://bafk", request.salt] },
    });
  });

  it("allows the bond and no more", async () => {
    const approve = await contributeFlow.act("approve", request, facts, tools);
    const { contracts } = tools.network.deployment;
    expect(approve).toMatchObject({
      call: { address: contracts.open, functionName: "approve", args: [contracts.curation, request.bond] },
    });
  });

  it("waits for a later clock than the commit's", async () => {
    const wait = await contributeFlow.act("wait", request, facts, tools);
    if (wait.kind !== "wait") throw new Error(wait.kind);
    expect(await wait.until()).toBe(false);
    const later = await contributeFlow.act("wait", request, { ...facts, committedAt: 999 }, tools);
    expect(later.kind === "wait" && (await later.until())).toBe(true);
  });

  it("does both at once in a direct datanet", async () => {
    const both = await contributeFlow.act("contribute", request, facts, tools);
    expect(both).toMatchObject({
      call: { functionName: "contribute", args: [2n, request.root, 1, 120, "ipfs://bafk"] },
    });
  });
});

it("learns its id and time from the commit, and nothing from the rest", () => {
  const before = { contribution: null, committedAt: 0 };
  expect(contributeFlow.learn("commit", { kind: "write", outcome: outcome(41n) }, request, before)).toEqual({
    contribution: 41n,
    committedAt: 1_000,
  });
  expect(contributeFlow.learn("approve", { kind: "write", outcome: outcome(7n) }, request, before)).toBe(before);
  const silent = { ...outcome(1n), logs: [] };
  expect(() => contributeFlow.learn("commit", { kind: "write", outcome: silent }, request, before)).toThrow(
    "no Committed event",
  );
});

it("finds its own commit after a crash, and only that one", async () => {
  const mine = { args: { id: 41n, commitment } };
  const other = { args: { id: 40n, commitment: `0x${"00".repeat(32)}` } };
  const facts = { contribution: null, committedAt: 0 };
  const found = testTools({ events: async () => [other, mine], pendingTime: async () => 77 });
  expect(await contributeFlow.recover!("commit", request, facts, found)).toEqual({
    contribution: 41n,
    committedAt: 77,
  });
  const none = testTools({ events: async () => [other] });
  expect(await contributeFlow.recover!("commit", request, facts, none)).toBeNull();
  expect(await contributeFlow.recover!("contribute", request, facts, none)).toBeNull();
});

it("finds its own reveal and its allowance after a crash", async () => {
  const facts = { contribution: 41n, committedAt: 1_000 };
  const revealed = (...ids: bigint[]) =>
    testTools({ events: async ({ args }) => ids.filter((id) => id === args!.id).map((id) => ({ args: { id } })) });
  expect(await contributeFlow.recover!("reveal", request, facts, revealed(40n, 41n))).toEqual(facts);
  expect(await contributeFlow.recover!("reveal", request, facts, revealed(40n))).toBeNull();
  const allowed = (wei: bigint) => testTools({ read: async <T>() => wei as T });
  expect(await contributeFlow.recover!("approve", request, facts, allowed(request.bond))).toEqual(facts);
  expect(await contributeFlow.recover!("approve", request, facts, allowed(request.bond - 1n))).toBeNull();
});
