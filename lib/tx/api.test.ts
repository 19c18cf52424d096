import { afterEach, expect, it, vi } from "vitest";
import { askApi, postJson } from "./api.ts";

afterEach(() => vi.unstubAllGlobals());

const answer = (status: number, body: string) =>
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => new Response(body, { status })),
  );

it("gives the body", async () => {
  answer(200, '{"a":1}');
  expect(await askApi("/x")).toEqual({ a: 1 });
});

it("carries the API's sentence", async () => {
  answer(402, '{"error":{"message":"Deposit 2 OPEN first.","code":"insufficient_credit"}}');
  await expect(askApi("/x")).rejects.toMatchObject({
    status: 402,
    code: "insufficient_credit",
    message: "Deposit 2 OPEN first.",
  });
});

it("copes with an error that is no JSON", async () => {
  answer(502, "<html>");
  await expect(askApi("/x")).rejects.toMatchObject({ status: 502, message: "The server answered 502." });
});

it("tells silence from refusal", async () => {
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => Promise.reject(new TypeError("fetch failed"))),
  );
  await expect(askApi("/x")).rejects.toMatchObject({ status: 0 });
});

it("writes bigint amounts as decimal strings", async () => {
  answer(200, "{}");
  await postJson("/x", { limit: 10n ** 20n });
  expect(vi.mocked(fetch).mock.calls[0]![1]!.body).toBe('{"limit":"100000000000000000000"}');
});
