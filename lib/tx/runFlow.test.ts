import { expect, it, vi } from "vitest";
import type { Flow, FlowRecord } from "./flow.ts";
import { isDone } from "./flow.ts";
import type { Network } from "./network.ts";
import type { ChainPort, Outcome } from "./port.ts";
import { beginFlow, type RunOptions, runFlow } from "./runFlow.ts";

type Facts = { seen: string[] };

const call = { address: "0x01", abi: [], functionName: "f", args: [] } as never;
const ok = (hash: `0x${string}`, block = 5): Outcome => ({ status: "success", hash, block, time: 0, logs: [] });

/** approve (write) → wait → reveal (write) */
const flow: Flow<null, Facts> = {
  name: "test",
  plan: async () => ({ facts: { seen: [] }, steps: ["approve", "wait", "reveal"] }),
  title: (step) => step,
  act: async (step) => (step === "wait" ? { kind: "wait", until: async () => true } : { kind: "write", call }),
  learn: (step, _, __, facts) => ({ seen: [...facts.seen, step] }),
};

function makePort(change: Partial<ChainPort> = {}): ChainPort {
  let sent = 0;
  return {
    account: "0x0000000000000000000000000000000000000001",
    chainId: 31337,
    read: async () => 0n as never,
    send: async () => `0x${++sent}`,
    outcome: async (hash) => ok(hash, 5 + sent),
    sign: async () => "0xsignature" as never,
    isWaiting: async () => false,
    pendingTime: async () => 0,
    events: async () => [],
    gasBalance: async () => 0n,
    ...change,
  };
}

async function run(port: ChainPort, options: Partial<RunOptions<null, Facts>> = {}, from?: FlowRecord<null, Facts>) {
  const tools = { port, network: {} as Network };
  const changes: string[] = [];
  const onChange = (record: FlowRecord<null, Facts>) => changes.push(record.steps.map((step) => step.phase).join(" "));
  const start = from ?? (await beginFlow(flow, null, tools));
  const clock = { now: () => 0, sleep: async () => {} };
  const end = await runFlow(flow, start, { tools, onChange, clock, indexed: async () => true, ...options });
  return { end, changes };
}

it("goes through its life in order", async () => {
  const indexed = vi.fn(async () => true);
  const { end, changes } = await run(makePort(), { indexed });
  expect(changes).toEqual([
    "idle idle idle",
    "wallet idle idle",
    "pending idle idle",
    "done idle idle",
    "done idle idle",
    "done pending idle",
    "done done idle",
    "done done idle",
    "done done wallet",
    "done done pending",
    "done done done",
    "done done indexing",
    "done done done",
  ]);
  expect(end.facts.seen).toEqual(["approve", "wait", "reveal"]);
  expect(indexed).toHaveBeenCalledExactlyOnceWith(7);
  expect(isDone(end)).toBe(true);
});

it("leaves a rejected step idle, with a word but no error phase, and goes on when run again", async () => {
  const send = vi.fn(makePort().send).mockRejectedValueOnce({ code: 4001 });
  const port = makePort({ send });
  const { end } = await run(port);
  expect(end.steps[0]).toMatchObject({ phase: "idle", error: { code: "rejected" } });
  expect(end.steps[1]!.phase).toBe("idle");
  const again = await run(port, {}, end);
  expect(isDone(again.end)).toBe(true);
});

it("takes a revert for a failure and keeps nothing of it", async () => {
  const { end } = await run(makePort({ outcome: async (hash) => ({ ...ok(hash), status: "reverted" }) }));
  expect(end.steps[0]).toMatchObject({ phase: "failed", error: { code: "reverted" } });
  expect(end.steps[0]!.hash).toBeUndefined();
  expect(end.facts.seen).toEqual([]);
});

it("tells a cancelled transaction from one that is lost, whose hash it keeps", async () => {
  const cancelled = await run(makePort({ outcome: async (hash) => ({ ...ok(hash), status: "cancelled" }) }));
  expect(cancelled.end.steps[0]).toMatchObject({ phase: "failed", error: { code: "cancelled" } });
  const gone = Object.assign(new Error(), { name: "WaitForTransactionReceiptTimeoutError" });
  const lost = await run(makePort({ outcome: async () => Promise.reject(gone) }));
  expect(lost.end.steps[0]).toMatchObject({ phase: "failed", error: { code: "lost" }, hash: "0x1" });
});

it("after a reload finishes what was sent, without sending it again or opening the wallet", async () => {
  const send = vi.fn(makePort().send);
  const left: FlowRecord<null, Facts> = {
    flow: "test",
    request: null,
    facts: { seen: [] },
    steps: [
      { id: "approve", phase: "pending", hash: "0xabc" },
      { id: "wait", phase: "idle" },
      { id: "reveal", phase: "idle" },
    ],
  };
  const { end } = await run(makePort({ send }), { interactive: false }, left);
  expect(end.facts.seen).toEqual(["approve", "wait"]);
  expect(end.steps.map((step) => step.phase)).toEqual(["done", "done", "idle"]);
  expect(send).not.toHaveBeenCalled();
});

it("finds a transaction that was sent just before the page closed", async () => {
  const recovering = {
    ...flow,
    recover: async (step: string, _: null, facts: Facts) =>
      step === "approve" ? { seen: [...facts.seen, "found"] } : null,
  };
  const left = await beginFlow(flow, null, { port: makePort(), network: {} as Network });
  left.steps[0]!.phase = "wallet";
  const tools = { port: makePort(), network: {} as Network };
  const end = await runFlow(recovering, left, { tools, onChange: () => {}, indexed: async () => true });
  expect(end.facts.seen).toEqual(["found", "wait", "reveal"]);
});

it("asks again for a transaction whose outcome the chain could not tell, instead of sending it twice", async () => {
  const down = Object.assign(new Error(), { name: "HttpRequestError" });
  const port = makePort();
  const outcome = vi.fn(port.outcome).mockRejectedValueOnce(down);
  const send = vi.fn(port.send);
  const first = await run({ ...port, send, outcome });
  expect(first.end.steps[0]).toMatchObject({ phase: "failed", error: { code: "rpcDown" }, hash: "0x1" });
  const again = await run({ ...port, send, outcome }, {}, first.end);
  expect(isDone(again.end)).toBe(true);
  expect(send).toHaveBeenCalledTimes(2); // approve and reveal, once each
});

it("sends a lost step again, whose transaction no node knows", async () => {
  const gone = Object.assign(new Error(), { name: "WaitForTransactionReceiptTimeoutError" });
  const port = makePort();
  const outcome = vi.fn(port.outcome).mockRejectedValueOnce(gone);
  const send = vi.fn(port.send);
  const first = await run({ ...port, send, outcome });
  expect(first.end.steps[0]!.error!.code).toBe("lost");
  const again = await run({ ...port, send, outcome }, {}, first.end);
  expect(isDone(again.end)).toBe(true);
  expect(send).toHaveBeenCalledTimes(3); // approve twice, reveal once
  expect(outcome.mock.calls.map(([hash]) => hash)).toEqual(["0x1", "0x2", "0x3"]);
});

it("keeps the hash of what was sent while something of the account waits, and finds it there when it goes on", async () => {
  const left = await beginFlow(flow, null, { port: makePort(), network: {} as Network });
  left.steps[0] = { id: "approve", phase: "failed", hash: "0xabc", error: { code: "rpcDown", sentence: "" } };
  let isWaiting = true;
  let time = 0;
  const clock = {
    now: () => time,
    sleep: async (ms: number) => {
      time += ms;
    },
  };
  const port = makePort({ isWaiting: async () => isWaiting });
  const [send, outcome] = [vi.fn(port.send), vi.fn(port.outcome)];
  const tools = { port: { ...port, send, outcome }, network: {} as Network };
  const options = { tools, onChange: () => {}, clock, indexed: async () => true };
  const recovering = { ...flow, recover: async () => null };
  const first = await runFlow(recovering, left, options);
  expect(first.steps[0]).toMatchObject({ phase: "failed", error: { code: "stillWaiting" }, hash: "0xabc" });
  isWaiting = false;
  const end = await runFlow(recovering, first, options);
  expect(isDone(end)).toBe(true);
  expect(outcome.mock.calls[0]).toEqual(["0xabc"]);
  expect(send).toHaveBeenCalledTimes(1); // reveal only
});

it("decides what became of an unsure step only when nothing of the account waits for a block", async () => {
  const left = await beginFlow(flow, null, { port: makePort(), network: {} as Network });
  left.steps[0]!.phase = "wallet";
  const waits = [true, true, false];
  const isWaiting = vi.fn(async () => waits.shift() ?? false);
  const recover = vi.fn(async (step: string, _: null, facts: Facts) =>
    step === "approve" && waits.length === 0 ? { seen: [...facts.seen, "found"] } : null,
  );
  const options = { tools: { port: makePort({ isWaiting }), network: {} as Network }, onChange: () => {} };
  const clock = { now: () => 0, sleep: async () => {} };
  const end = await runFlow({ ...flow, recover }, left, { ...options, clock, indexed: async () => true });
  expect(end.facts.seen).toEqual(["found", "wait", "reveal"]);
  expect(isWaiting).toHaveBeenCalledTimes(3);
});

it("says that an earlier transaction waits rather than sending another", async () => {
  const left = await beginFlow(flow, null, { port: makePort(), network: {} as Network });
  left.steps[0]!.phase = "wallet";
  const send = vi.fn(makePort().send);
  let time = 0;
  const sleep = async (ms: number) => {
    time += ms;
  };
  const clock = { now: () => time, sleep };
  const tools = { port: makePort({ send, isWaiting: async () => true }), network: {} as Network };
  const recover = async () => null;
  const end = await runFlow({ ...flow, recover }, left, { tools, onChange: () => {}, clock });
  expect(end.steps[0]).toMatchObject({ phase: "failed", error: { code: "stillWaiting" } });
  expect(send).not.toHaveBeenCalled();
});

it("says when the indexer is late", async () => {
  const { end } = await run(makePort(), { indexed: async () => false });
  expect(end.steps[2]).toMatchObject({ phase: "done", late: true });
});

it("shows a signature once and keeps it nowhere: what goes on after a failure or a reload signs another", async () => {
  const shown: string[] = [];
  const request = async (signature: string) => {
    shown.push(signature);
    if (shown.length === 1) throw new Error("the server is away");
    return "key";
  };
  const asking: Flow<null, Facts> = {
    ...flow,
    plan: async () => ({ facts: { seen: [] }, steps: ["create"] }),
    act: async () => ({ kind: "signAndAsk", message: {} as never, request }),
    learn: (_, result) => ({ seen: [result.kind === "ask" ? String(result.answer) : "?"] }),
  };
  vi.spyOn(console, "error").mockImplementation(() => {});
  let signed = 0;
  const tools = { port: makePort({ sign: async () => `0x5160${++signed}` }), network: {} as Network };
  const kept: string[] = [];
  const options = {
    tools,
    onChange: (record: FlowRecord<null, Facts>) => void kept.push(JSON.stringify(record)),
    clock: { now: () => 0, sleep: async () => {} },
  };
  const failed = await runFlow(asking, await beginFlow(asking, null, tools), options);
  expect(failed.steps[0]!.phase).toBe("failed");

  const left = { ...failed, steps: [{ id: "create", phase: "pending" as const }] };
  const unasked = await runFlow(asking, left, { ...options, interactive: false });
  expect([unasked.steps[0]!.phase, signed]).toEqual(["idle", 1]);

  const done = await runFlow(asking, unasked, options);
  expect([isDone(done), done.facts.seen, shown]).toEqual([true, ["key"], ["0x51601", "0x51602"]]);
  expect(kept.join()).not.toContain("0x5160");
  vi.restoreAllMocks();
});
