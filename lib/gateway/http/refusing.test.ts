import { expect, it } from "vitest";
import { refusing } from "./refusing.ts";

it("says in JSON which method a path does not have, and which it has", async () => {
  const { GET } = refusing("POST");
  const response = await GET(new Request("http://gateway/api/v1/chat/completions?stream=1"));
  expect([response.status, response.headers.get("allow")]).toEqual([405, "POST, OPTIONS"]);
  expect((await response.json()).error).toEqual({
    message: "/api/v1/chat/completions has no GET. Use POST.",
    type: "invalid_request_error",
    code: "method_not_allowed",
    param: null,
  });
});

it("names each method that there is", async () => {
  const { DELETE } = refusing("GET", "POST");
  const { message } = (await (await DELETE(new Request("http://gateway/x", { method: "DELETE" }))).json()).error;
  expect(message).toBe("/x has no DELETE. Use GET or POST.");
});
