import { encodeAbiParameters, encodeEventTopics, type Hex } from "viem";
import { afterEach, expect, it, vi } from "vitest";
import { arbiterAbi } from "../abi/arbiter.ts";
import type { Call } from "../tx/port.ts";
import { type OpenCaseRequest, openCaseFlow } from "./openCase.ts";
import { testTools } from "./testTools.ts";

const { arbiter } = testTools().network.deployment.contracts;
const hash: Hex = `0x${"e".repeat(64)}`;
const request: OpenCaseRequest = { subject: "epoch", id: 3n, item: 0, evidence: "Row 7 is missing.", bond: 100n };
const asset: OpenCaseRequest = { ...request, subject: "asset", id: 9n };
const part: OpenCaseRequest = { ...request, subject: "contribution", id: 5n, item: 2 };

function tools({ allowance = 0n, state = 1, cases = [] as [bigint, Hex][] } = {}) {
  const read = async ({ functionName }: Call) => (functionName === "epochOf" ? { state } : allowance);
  const at = testTools({
    read: read as never,
    events: async () => cases.map(([caseId, evidenceHash]) => ({ args: { caseId, evidenceHash } })),
  });
  return at;
}

afterEach(() => vi.unstubAllGlobals());

it.each([
  ["an epoch in its window", request, {}, ["evidence", "approve", "dispute", "open"]],
  ["an epoch in its window, the bond allowed", request, { allowance: 100n }, ["evidence", "dispute", "open"]],
  ["an epoch that somebody disputed", request, { state: 2 }, ["evidence", "open"]],
  ["an asset", asset, {}, ["evidence", "approve", "open"]],
  ["an item of a contribution", part, { allowance: 100n }, ["evidence", "open"]],
])("%s", async (_, what, chain, steps) => {
  expect((await openCaseFlow.plan(what, tools(chain))).steps).toEqual(steps);
});

it("pays the bond of a dispute to the settlement, of another case to the arbiter", async () => {
  const facts = { evidenceHash: hash, newest: 0n, caseId: null };
  const { settlement } = tools().network.deployment.contracts;
  const spenders = [request, asset].map(async (what) => openCaseFlow.act("approve", what, facts, tools()));
  expect(await Promise.all(spenders)).toMatchObject([
    { call: { functionName: "approve", args: [settlement, 100n] } },
    { call: { functionName: "approve", args: [arbiter, 100n] } },
  ]);
  expect(await openCaseFlow.act("dispute", request, facts, tools())).toMatchObject({
    call: { address: settlement, functionName: "dispute", args: [3n, request.evidence] },
  });
  const opened = await Promise.all(
    [request, asset, part].map((what) => openCaseFlow.act("open", what, facts, tools())),
  );
  expect(opened).toMatchObject([
    { call: { address: arbiter, functionName: "openEpoch", args: [settlement, 3n, hash] } },
    { call: { address: arbiter, functionName: "openAsset", args: [9n, hash] } },
    { call: { address: arbiter, functionName: "openContribution", args: [5n, 2, hash] } },
  ]);
});

it("cuts no character in half where the reason of a dispute ends", async () => {
  const facts = { evidenceHash: hash, newest: 0n, caseId: null };
  const evidence = `${"a".repeat(199)}\u{1f600}`;
  const action = await openCaseFlow.act("dispute", { ...request, evidence }, facts, tools());
  expect(action).toMatchObject({ call: { args: [3n, "a".repeat(199)] } });
});

it("stores the evidence and opens with its hash", async () => {
  const at = tools();
  const { facts } = await openCaseFlow.plan(request, at);
  vi.stubGlobal("fetch", async (url: string, { body }: RequestInit) => {
    expect([url, body]).toEqual(["/api/v1/evidence", request.evidence]);
    return Response.json({ hash });
  });
  const action = await openCaseFlow.act("evidence", request, facts, at);
  if (action.kind !== "ask") throw new Error(action.kind);
  const stored = openCaseFlow.learn("evidence", { kind: "ask", answer: await action.request() }, request, facts);
  expect(stored.evidenceHash).toBe(hash);
  const log = {
    topics: encodeEventTopics({ abi: arbiterAbi, eventName: "Opened", args: { caseId: 4n, subject: 0, id: 3n } }),
    data: encodeAbiParameters(
      [{ type: "address" }, { type: "address" }, { type: "uint32" }, { type: "bytes32" }, { type: "uint256" }],
      [at.port.account, at.network.deployment.contracts.settlement, 0, hash, 0n],
    ),
  };
  const opened = openCaseFlow.learn("open", { kind: "write", outcome: { logs: [log] } } as never, request, stored);
  expect(opened.caseId).toBe(4n);
});

it("after a reload finds the case it opened: newer than what was there, with its own evidence", async () => {
  const known: [bigint, Hex][] = [[1n, hash]];
  const { facts } = await openCaseFlow.plan(asset, tools({ cases: known }));
  const begun = { ...facts, evidenceHash: hash };
  const recover = (...more: [bigint, Hex][]) =>
    openCaseFlow.recover!("open", asset, begun, tools({ cases: [...known, ...more] }));
  expect(await recover()).toBeNull();
  expect(await recover([2n, `0x${"f".repeat(64)}`])).toBeNull();
  expect((await recover([3n, hash]))?.caseId).toBe(3n);
});

it("after a reload takes a dispute that stands for its own: the case is open to anybody", async () => {
  const facts = { evidenceHash: hash, newest: 0n, caseId: null };
  expect(await openCaseFlow.recover!("dispute", request, facts, tools())).toBeNull();
  expect(await openCaseFlow.recover!("dispute", request, facts, tools({ state: 2 }))).toEqual(facts);
  expect(await openCaseFlow.recover!("evidence", request, facts, tools())).toBeNull();
});
