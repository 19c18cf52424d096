import { afterEach, expect, it, vi } from "vitest";
import { askTurn } from "./askTurn.ts";
import type { Turn } from "./turns.ts";

afterEach(() => vi.unstubAllGlobals());

const asked = { model: "ol-3", modelName: "M", question: "Why?", published: false };
const word = (text: string) => `data: {"choices":[{"delta":{"content":"${text}"}}]}\n\n`;
const end = 'data: {"choices":[],"openledger":{"receipt":"0xab","fee":"12"}}\n\n';

/** Turns as they were shown and as they were kept, while the gateway sends these events; `isCut` breaks the connection after them. */
async function turnsOf(events: string[], { isCut = false, status = 200 } = {}) {
  const waiting = events.map((event) => new TextEncoder().encode(event));
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = waiting.shift();
      if (next) controller.enqueue(next);
      else if (isCut) controller.error(new TypeError("network error"));
      else controller.close();
    },
  });
  const headers: Record<string, string> = status === 200 ? { "x-openledger-receipt": "0xab" } : {};
  vi.stubGlobal("fetch", async () => new Response(body, { status, headers }));
  const shown: Turn[] = [];
  const kept: Turn[] = [];
  const listener = { onChange: (turn: Turn) => shown.push(turn), onKeep: (turn: Turn) => kept.push(turn) };
  await askTurn(asked, { key: "ol_k", maxTokens: 8 }, listener);
  return { shown, kept, last: shown.at(-1)! };
}

it("shows every word and keeps start, receipt and end only", async () => {
  const { shown, kept } = await turnsOf([word("Be"), word("cau"), word("se"), end]);
  expect(shown.map(({ answer }) => answer)).toEqual(["", "", "Be", "Becau", "Because", "Because"]);
  expect(kept.map(({ state, receipt, answer }) => [state, receipt, answer])).toEqual([
    ["asking", null, ""],
    ["asking", "0xab", ""],
    ["answered", "0xab", "Because"],
  ]);
  expect(new Set(shown.map(({ id }) => id)).size).toBe(1);
});

it("keeps the receipt of an answer that broke off, since it is charged", async () => {
  for (const isCut of [true, false]) {
    const { last, kept } = await turnsOf([word("Be")], { isCut });
    expect(last).toMatchObject({ state: "failed", receipt: "0xab", answer: "Be" });
    expect(last.problem).toContain("at its receipt");
    expect(kept.at(-1)).toEqual(last);
  }
});

const problem = (code: string, message: string) => `data: {"error":{"message":"${message}","code":"${code}"}}\n\n`;

it("keeps it when the gateway does not know whether the answer was written, and none where it says nothing was charged", async () => {
  const unsure = await turnsOf([word("Be"), problem("billing_failed", "Look the receipt up.")]);
  expect(unsure.last).toMatchObject({ state: "failed", receipt: "0xab", problem: "Look the receipt up." });
  const free = await turnsOf([word("Be"), problem("provider_failed", "Nothing was charged.")]);
  expect(free.last).toMatchObject({ state: "failed", receipt: null, problem: "Nothing was charged." });
  const refused = await turnsOf(['{"error":{"message":"Credit is short."}}'], { status: 402 });
  expect(refused.last).toMatchObject({ state: "failed", receipt: null, problem: "Credit is short." });
});
