import { expect, it } from "vitest";
import type { Gateway } from "../Gateway.ts";
import { askProvider, type Question } from "./askProvider.ts";
import type { Provider } from "./providers.ts";

/** What a provider's pieces become, put together again. */
async function answerOf(pieces: string[]): Promise<string> {
  async function* body() {
    for (const content of pieces) {
      yield new TextEncoder().encode(`data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`);
    }
    yield new TextEncoder().encode(`data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n`);
  }
  const gateway = { askEndpoint: async () => Object.assign(body(), { statusCode: 200 }) } as unknown as Gateway;
  const question = { request: { maxTokens: 4_096, messages: [], sampling: {} }, model: { id: 1n, version: 1 } };
  const provider = { endpoint: "http://node" } as Provider;
  let text = "";
  const signal = new AbortController().signal;
  for await (const piece of askProvider(gateway, provider, question as unknown as Question, signal)) text += piece;
  return text;
}

it("gives up on an answer of few words and endless characters", async () => {
  const piece = `word${" ".repeat(49_995)}`;
  const most = Array.from({ length: 8 }, () => piece);
  expect((await answerOf([...most, "x"])).length).toBeLessThanOrEqual(400_000);
  await expect(answerOf([...most, piece])).rejects.toThrow("longer than 400000 characters");
});

it("keeps no U+0000, which a text column cannot hold", async () => {
  expect(await answerOf(["one\0two ", "three"])).toBe("one\uFFFDtwo three");
});
