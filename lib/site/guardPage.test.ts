import { NextRequest } from "next/server";
import { expect, it, vi } from "vitest";
import { guardPage } from "./guardPage.ts";

const isMissing = vi.hoisted(() => vi.fn(async (pathname: string) => pathname === "/models/999"));
vi.mock("./isMissing.ts", () => ({ isMissing }));

const ask = (path: string, method = "GET", headers = {}) =>
  guardPage(new NextRequest(`http://site${path}`, { method, headers }));

it("lets pages be read, and server actions through without a look at the database", async () => {
  for (const method of ["GET", "HEAD"]) expect(await ask("/models/1", method)).toBeUndefined();
  isMissing.mockClear();
  expect(await ask("/models/999", "POST", { "next-action": "x" })).toBeUndefined();
  expect(isMissing).not.toHaveBeenCalled();
});

it("rewrites what is not there to a path that no route has, which answers 404", async () => {
  for (const site of ["http://site", "https://site"]) {
    const answer = await guardPage(new NextRequest(`${site}/models/999`));
    expect(answer!.headers.get("x-middleware-rewrite")).toBe("http://site/not-found");
  }
});

it("refuses every other method at a page, with 405 and the ones it takes", async () => {
  for (const [method, headers] of [
    ["POST", {}],
    ["PUT", { "next-action": "x" }],
    ["DELETE", {}],
  ] as const) {
    const answer = await ask("/models/1", method, headers);
    expect([answer!.status, answer!.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  }
  expect(await ask("/api/v1/models", "POST")).toBeUndefined();
});

it("refuses a path that cannot be decoded with 400, to the API in its own form", async () => {
  const page = await ask("/models/%E0%A4%A");
  expect([page!.status, await page!.text()]).toEqual([400, expect.stringContaining("Write %25")]);
  const api = await ask("/api/v1/models/%E0%A4%A", "POST");
  expect(api!.status).toBe(400);
  expect(await api!.json()).toMatchObject({ error: { code: "bad_path", type: "invalid_request_error" } });
});
