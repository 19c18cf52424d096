import { readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type LocalStack, startLocalStack } from "../../services/worker/testing/localStack.ts";
import { migrate } from "./migrate.ts";

let stack: LocalStack;
beforeAll(async () => {
  stack = await startLocalStack({ chain: false });
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

it("applies each file once, however many processes come at the same time to an empty database", async () => {
  const files = readdirSync(path.join(import.meta.dirname, "migrations")).sort();
  for (let round = 0; round < 3; round++) {
    await stack.sql.unsafe("drop schema gateway, worker cascade; drop table public.migration");
    const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(stack.sql)));
    expect(applied.flat().sort()).toEqual(files);
  }
  expect(await migrate(stack.sql)).toEqual([]);
});
