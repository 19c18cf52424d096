import { afterEach, expect, it, vi } from "vitest";
import type { Gateway } from "../Gateway.ts";
import { getStatus } from "./getStatus.ts";

vi.mock("../chat/providers.ts", () => ({ stakedProviders: vi.fn(async () => [{ endpoint: "http://node" }]) }));
vi.mock("../../db/queries/pipeline.ts", () => ({ pipeline: async () => ({ pendingTraces: 1, unsettled: 2 }) }));
vi.mock("../../chain/clients.ts", () => ({ publicClient: () => ({ getBlockNumber: async () => 7n }) }));

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("asks every part once a second, however often it is asked, and leaves no timer behind", async () => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", () => Promise.reject(new Error("away")));
  const askEndpoint = vi.fn(async () => ({ statusCode: 200, destroy() {} }));
  const gateway = { askEndpoint, deployment: { chainId: 1 }, chain: { time: async () => 5 } } as unknown as Gateway;
  const answers = await Promise.all(Array.from({ length: 20 }, () => getStatus(gateway)));
  expect(await answers[19]!.json()).toMatchObject({
    ...{ chain: { head: 7, time: 5 }, indexer: null, provider: { ok: true } },
    worker: { pendingTraces: 1, unsettledReceipts: 2 },
  });
  expect(askEndpoint).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
  vi.advanceTimersByTime(1_000);
  await getStatus(gateway);
  expect(askEndpoint).toHaveBeenCalledTimes(2);
});
