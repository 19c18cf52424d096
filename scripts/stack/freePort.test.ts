import { createServer } from "node:net";
import { afterEach, expect, it, vi } from "vitest";
import { freePort } from "./freePort.ts";

afterEach(() => vi.unstubAllEnvs());

it("gives ports that can be listened on, none of them twice, nor to two workers of a run", async () => {
  const given: number[] = [];
  for (const worker of ["1", "2", "8"]) {
    vi.stubEnv("VITEST_POOL_ID", worker);
    for (let i = 0; i < 30; i++) given.push(await freePort());
  }
  expect(new Set(given).size).toBe(90);
  const places = [0, 30, 60].map((from) => new Set(given.slice(from, from + 30).map((port) => port % 8)));
  expect(places).toEqual([new Set([1]), new Set([2]), new Set([0])]);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(given[0], "127.0.0.1", resolve));
  server.close();
});
