import { readdirSync } from "node:fs";
import { getPriority } from "node:os";
import { afterEach, beforeEach, expect, it } from "vitest";
import { buildIndex, buildTier, mergeSources } from "../attribution/index.ts";
import { BuilderPool } from "./BuilderPool.ts";
import { bytesOf, contributionOf } from "./testing/ledger.ts";

let pool: BuilderPool;
beforeEach(() => {
  pool = new BuilderPool(1);
});
afterEach(() => pool.close());

const { tiers } = buildIndex(Array.from({ length: 4 }, (_, i) => contributionOf(i)));

it.each([[[]], [[1]], [[0, 3]]])(
  "builds in its thread what would be built here, without contributions %j",
  async (places) => {
    const removed = new Set(places);
    const built = await pool.build(tiers, removed);
    expect(bytesOf(built)).toBe(bytesOf(buildTier(mergeSources(tiers, removed))));
    expect(built.buffer).toBeInstanceOf(SharedArrayBuffer);
  },
);

it.runIf(process.platform === "linux")("builds in a thread that yields to those that serve", async () => {
  const threads = () => readdirSync("/proc/self/task").map(Number);
  const before = threads();
  await pool.build(tiers, new Set());
  const priorities = threads()
    .filter((thread) => !before.includes(thread))
    .map((thread) => getPriority(thread));
  expect(priorities).toContain(Math.max(getPriority(), 10));
});
