import { expect, test, vi } from "vitest";
import type { Sql } from "../../lib/db/client.ts";
import { keepWarm } from "./keepWarm.ts";
import { MOST_LOADED, type Model, type Models } from "./models.ts";

test("warms each of the oldest models once, no more than memory holds, and tries again what failed", async () => {
  vi.useFakeTimers();
  const assets = Array.from({ length: 20 }, (_, i) => ({ id: BigInt(i), version: 1 }));
  const sql = (async () => assets) as unknown as Sql;
  const asked: bigint[] = [];
  const models: Models = {
    get: async (id) => {
      asked.push(id);
      if (id === 2n && asked.filter((one) => one === 2n).length === 1) throw new Error("not yet");
      return {} as Model;
    },
    loaded: () => [],
  };
  const stop = keepWarm(sql, models);
  await vi.advanceTimersByTimeAsync(5_000);
  stop();
  vi.useRealTimers();
  expect(asked).toEqual([...assets.slice(0, MOST_LOADED).map(({ id }) => id), 2n]);
});
