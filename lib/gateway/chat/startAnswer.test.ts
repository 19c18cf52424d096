import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Gateway } from "../Gateway.ts";
import type { Question } from "./askProvider.ts";
import { createProviderHealth } from "./ProviderHealth.ts";
import { startAnswer } from "./startAnswer.ts";

const MODEL = 7n;
const honest = { id: 1n, owner: "0x1", endpoint: "http://honest" };
const newcomer = { id: 2n, owner: "0x2", endpoint: "http://newcomer" };
let order = [honest, newcomer];
vi.mock(import("./providers.ts"), async (original) => ({ ...(await original()), providersToAsk: async () => order }));

const chunk = (content: string) =>
  new TextEncoder().encode(`data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`);

/** A body that gives a piece each second for ever, until it is let go. */
async function* drip(content: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for (;;) {
    await new Promise<void>((go, stop) => {
      signal.addEventListener("abort", () => stop(signal.reason));
      setTimeout(go, 1_000);
    });
    yield chunk(content);
  }
}

let asked: { host: string; at: number }[];
let bodies: Record<string, (signal: AbortSignal) => AsyncIterable<Uint8Array>>;
let health: ReturnType<typeof createProviderHealth>;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "error").mockImplementation(() => {});
  [asked, order, health] = [[], [honest, newcomer], createProviderHealth()];
  health.succeeded(honest.id, MODEL, 10);
  bodies = { honest: (signal) => drip("word ", signal), newcomer: (signal) => drip("", signal) };
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const start = (signal: AbortSignal) => {
  const askEndpoint = async (url: string, request: { signal: AbortSignal }) => {
    const host = new URL(url).hostname;
    asked.push({ host, at: Date.now() });
    return Object.assign(bodies[host]!(request.signal), { statusCode: 200 }) as never;
  };
  const question = { model: { id: MODEL, version: 1 }, request: { maxTokens: 10, messages: [], sampling: {} } };
  return startAnswer({ health, askEndpoint } as unknown as Gateway, question as unknown as Question, signal);
};
/** Whether a newcomer that is registered later comes before it. */
const isResting = (id: bigint) => health.order([{ id }, { id: 99n }], MODEL, "public")[0]!.id === 99n;

test.each([
  ["nothing", ""],
  ["blanks", " \n"],
])("a newcomer that drips %s has 12 s, and the provider after it is asked", async (_what, content) => {
  order = [newcomer, honest];
  bodies.newcomer = (signal) => drip(content, signal);
  const began = Date.now();
  const started = start(AbortSignal.timeout(120_000));
  await vi.advanceTimersByTimeAsync(14_000);
  expect((await started).provider).toBe(honest);
  expect(asked.map(({ host, at }) => [host, at - began])).toEqual([
    ["newcomer", 0],
    ["honest", 12_000],
  ]);
  expect([isResting(newcomer.id), isResting(honest.id)]).toEqual([true, false]);
});

test("the white space before the first word is part of the answer", async () => {
  bodies.honest = async function* () {
    for (const piece of ["\n", " ", "word"]) yield chunk(piece);
  };
  expect((await start(new AbortController().signal)).first).toBe("\n word");
});

test("when the request's time is up nobody more is asked, and who had less than its time has not failed", async () => {
  bodies.honest = (signal) => drip("", signal);
  const whole = new AbortController();
  const outcome = expect(start(whole.signal)).rejects.toThrow("No provider of this model answered");
  await vi.advanceTimersByTimeAsync(5_000);
  whole.abort(new DOMException("out of time", "TimeoutError"));
  await outcome;
  expect(asked.map(({ host }) => host)).toEqual(["honest"]);
  expect([isResting(honest.id), isResting(newcomer.id)]).toEqual([false, false]);
});
