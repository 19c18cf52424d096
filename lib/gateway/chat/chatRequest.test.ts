import { describe, expect, test } from "vitest";
import { GatewayError } from "../http/GatewayError.ts";
import { readChatRequest } from "./chatRequest.ts";

const base = { model: "clerk", messages: [{ role: "user", content: "May I sell it?" }] };
const post = (body: unknown) =>
  new Request("http://gateway/", { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) });
const refusal = async (body: unknown): Promise<GatewayError> => {
  try {
    await readChatRequest(post(body));
  } catch (error) {
    if (error instanceof GatewayError) return error;
    throw error;
  }
  throw new Error("was not refused");
};

describe("readChatRequest", () => {
  test("fills in what is left out", async () => {
    expect(await readChatRequest(post(base))).toEqual({
      model: "clerk",
      messages: base.messages,
      question: "May I sell it?",
      promptTokens: 4,
      maxTokens: 1_024,
      stream: false,
      includeUsage: false,
      visibility: "private",
      sampling: {},
    });
  });

  test("counts every message, asks the last question, and passes sampling on", async () => {
    const messages = [
      { role: "system", content: "Be brief." },
      {
        role: "user",
        content: [
          { type: "text", text: "One two" },
          { type: "text", text: "three" },
        ],
      },
      { role: "assistant", content: null },
      { role: "user", content: "Four?" },
    ];
    const request = await readChatRequest(
      post({ ...base, messages, temperature: 0.5, seed: 7, max_completion_tokens: 99_999 }),
    );
    expect(request.promptTokens).toBe(6);
    expect(request.question).toBe("Four?");
    expect(request.messages[1]).toEqual({ role: "user", content: "One two\nthree" });
    expect(request.sampling).toEqual({ temperature: 0.5, seed: 7 });
    expect(request.maxTokens).toBe(4_096);
  });

  test("ignores what it does not know, and what asks for nothing", async () => {
    const extras = {
      user: "u",
      metadata: { a: "b" },
      tools: [],
      tool_choice: "auto",
      n: 1,
      logprobs: false,
      stop: null,
    };
    await expect(readChatRequest(post({ ...base, ...extras }))).resolves.toMatchObject({ model: "clerk" });
  });

  test.each([
    ["{", "body"],
    ["[]", "body"],
    [{}, "model"],
    [{ ...base, model: 7 }, "model"],
    [{ model: "clerk" }, "messages"],
    [{ ...base, messages: [] }, "messages"],
    [{ ...base, messages: [{ role: "system", content: "x" }] }, "messages"],
    [{ ...base, messages: [{ role: "user", content: "  " }] }, "messages"],
    [{ ...base, messages: [{ role: "tool", content: "x" }] }, "messages[0].role"],
    [{ ...base, messages: [{ role: "user", content: 5 }] }, "messages[0].content"],
    [{ ...base, messages: [{ role: "user", content: "a\0b" }] }, "messages[0].content"],
    [{ ...base, messages: [{ role: "user", content: [{ type: "image_url" }] }] }, "messages[0].content"],
    [{ ...base, stream: "yes" }, "stream"],
    [{ ...base, n: 2 }, "n"],
    [{ ...base, max_tokens: 0 }, "max_tokens"],
    [{ ...base, max_tokens: 1.5 }, "max_tokens"],
    [{ ...base, temperature: 3 }, "temperature"],
    [{ ...base, tools: [{}] }, "tools"],
    [{ ...base, logprobs: true }, "logprobs"],
    [{ ...base, audio: {} }, "audio"],
    [{ ...base, response_format: { type: "json_object" } }, "response_format.type"],
    [{ ...base, visibility: "secret" }, "visibility"],
    [{ ...base, stream_options: { include_usage: 1 } }, "stream_options.include_usage"],
  ])("refuses %j, naming %s", async (body, param) => {
    const { status, details, message } = await refusal(body);
    expect([status, details.param]).toEqual([400, param]);
    expect(message.startsWith(`${param}: `)).toBe(true);
  });

  test("refuses a body above 256 KB, whether it says so or not", async () => {
    const body = JSON.stringify({ ...base, padding: "x".repeat(256 * 1024) });
    expect((await refusal(body)).status).toBe(413);
    const chunked = new Request("http://gateway/", {
      method: "POST",
      body: new Blob([body]).stream(),
      duplex: "half",
    } as RequestInit);
    await expect(readChatRequest(chunked)).rejects.toMatchObject({ status: 413 });
  });
});
