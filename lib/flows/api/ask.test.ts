import { afterEach, expect, it, vi } from "vitest";
import { askModel } from "./ask.ts";
import { readServerEvents } from "./readServerEvents.ts";

afterEach(() => vi.unstubAllGlobals());

const input = { model: "ol-3", question: "Why?", visibility: "public", key: "ol_k", maxTokens: 64 } as const;

function stream(pieces: string[]): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(bytes.encode(piece));
      controller.close();
    },
  });
}

const deaf = { onReceipt: () => {}, onPiece: () => {} };

const answering = (body: BodyInit, status = 200) => {
  const fetch = vi.fn(
    async (_path: string, _init: RequestInit) =>
      new Response(body, { status, headers: { "x-openledger-receipt": "0xab" } }),
  );
  vi.stubGlobal("fetch", fetch);
  return fetch;
};

it("puts events together however they were cut", async () => {
  const whole = 'data: {"a":1}\n\n: comment\n\ndata: one\ndata: two\r\n\r\ndata: last';
  for (let size = 1; size < whole.length; size++) {
    const pieces = whole.match(new RegExp(`[^]{1,${size}}`, "g"))!;
    const events: string[] = [];
    for await (const event of readServerEvents(stream(pieces))) events.push(event);
    expect(events).toEqual(['{"a":1}', "one\ntwo", "last"]);
  }
});

it("lets go of the connection when its reader stops early", async () => {
  const cancel = vi.fn();
  const bytes = new TextEncoder().encode("data: one\n\ndata: two\n\n");
  const body = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(bytes), cancel });
  for await (const event of readServerEvents(body)) {
    expect(event).toBe("one");
    break;
  }
  expect(cancel).toHaveBeenCalledOnce();
});

it("hands pieces on and ends with the receipt", async () => {
  const content = (text: string) => `data: {"choices":[{"delta":{"content":"${text}"}}]}\n\n`;
  const end = 'data: {"choices":[{"delta":{}}],"openledger":{"receipt":"0xab","fee":"12"}}\n\n';
  const fetch = answering(stream([content("Be"), content("cause"), end, "data: [DONE]\n\n"]));
  const pieces: string[] = [];
  expect(await askModel(input, { onReceipt: (id) => pieces.push(id), onPiece: (piece) => pieces.push(piece) })).toEqual(
    { receipt: "0xab", fee: 12n },
  );
  expect(pieces).toEqual(["0xab", "Be", "cause"]);
  const init = fetch.mock.calls[0]![1];
  expect(JSON.parse(init.body as string)).toMatchObject({
    model: "ol-3",
    visibility: "public",
    stream: true,
    max_tokens: 64,
  });
  expect(new Headers(init.headers).get("authorization")).toBe("Bearer ol_k");
});

it("carries refusals, errors within the stream and broken streams", async () => {
  answering('{"error":{"message":"Credit is short.","code":"insufficient_credit"}}', 402);
  await expect(askModel(input, deaf)).rejects.toMatchObject({ status: 402, message: "Credit is short." });
  answering(stream(['data: {"error":{"message":"The provider broke off."}}\n\n']));
  await expect(askModel(input, deaf)).rejects.toMatchObject({ status: 502, message: "The provider broke off." });
  answering(stream(['data: {"choices":[{"delta":{"content":"half"}}]}\n\n']));
  await expect(askModel(input, deaf)).rejects.toMatchObject({ status: 0 });
});
