import { afterEach, expect, it, vi } from "vitest";
import { testTools } from "../flows/testTools.ts";
import { type Flow, type FlowRecord, isDone } from "./flow.ts";
import { recallFlow } from "./keepFlow.ts";
import { beginFlow } from "./runFlow.ts";
import { runKept } from "./runKept.ts";

afterEach(() => vi.restoreAllMocks());

const call = { address: "0x01", abi: [], functionName: "f", args: [] } as never;
const flow: Flow<null, null> = {
  name: "test",
  plan: async () => ({ facts: null, steps: ["send"] }),
  title: (step) => step,
  act: async () => ({ kind: "write", call }),
  learn: () => null,
};

function memory(change: Partial<Storage> = {}) {
  const content = new Map<string, string>();
  return {
    getItem: (key: string) => content.get(key) ?? null,
    setItem: (key: string, text: string) => void content.set(key, text),
    removeItem: (key: string) => void content.delete(key),
    ...change,
  };
}

async function world(storage = memory()) {
  const send = vi.fn(async () => "0x01" as const);
  const tools = testTools({
    send,
    outcome: async (hash) => ({ status: "success", hash, block: 5, time: 0, logs: [] }),
  });
  const onChange = vi.fn<(record: FlowRecord<null, null>) => void>();
  const options = { tools, storage, key: "k", onChange, indexed: async () => true };
  return { send, options, from: await beginFlow(flow, null, tools) };
}

it("keeps each change and ends without a problem", async () => {
  const { options, from } = await world();
  const { record, problem } = await runKept(flow, from, options);
  expect([isDone(record), problem]).toEqual([true, null]);
  expect(recallFlow(options.storage, "k")).toEqual(record);
});

it("opens no wallet in a browser that cannot keep the flow, says so, and runs when it can", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const setItem = vi.fn(memory().setItem).mockImplementationOnce(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  const { send, options, from } = await world(memory({ setItem }));
  const first = await runKept(flow, from, options);
  expect(first.problem).toContain("This browser cannot store");
  expect(send).not.toHaveBeenCalled();
  const again = await runKept(flow, first.record, options);
  expect([isDone(again.record), again.problem]).toEqual([true, null]);
});

it("does not lose what it sent when keeping fails later", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  let kept = 0;
  const setItem = () => {
    if (kept++ > 1) throw new DOMException("full", "QuotaExceededError");
  };
  const { send, options, from } = await world(memory({ setItem }));
  const { record } = await runKept(flow, from, options);
  expect(isDone(record)).toBe(true);
  expect(send).toHaveBeenCalledTimes(1);
});

it.each([
  ["the indexer's watch", { indexed: () => Promise.reject(new Error("x")) }],
  [
    "the page",
    {
      onChange: () => {
        throw new TypeError("x");
      },
    },
  ],
])("makes a sentence of what %s throws", async (_, change) => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const { options, from } = await world();
  const { problem } = await runKept(flow, from, { ...options, ...change });
  expect(problem).toBe("Something unexpected happened and the step did not finish: try again.");
});
