import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Heads } from "./health.ts";
import { INDEXED_WITHIN_MS, isIndexed } from "./indexed.ts";
import { watchStatus } from "./status.ts";

let block: number | null;
const fetch = vi.fn(async () => Response.json({ chain: { head: 99 }, indexer: block === null ? null : { block } }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", fetch.mockClear());
  block = null;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Whether a promise has settled, and to what. */
function spy<T>(promise: Promise<T>) {
  const seen: { value?: T } = {};
  void promise.then((value) => {
    seen.value = value;
  });
  return seen;
}

it("is told within half a second of the block", async () => {
  const seen = spy(isIndexed(10));
  await vi.advanceTimersByTimeAsync(200);
  expect(seen.value).toBeUndefined();
  block = 12;
  await vi.advanceTimersByTimeAsync(300);
  expect(seen.value).toBe(true);
});

it("gives up after its cap, not before, and asks less and less", async () => {
  block = 9;
  const seen = spy(isIndexed(10));
  await vi.advanceTimersByTimeAsync(INDEXED_WITHIN_MS - 1);
  expect(seen.value).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1);
  expect(seen.value).toBe(false);
  expect(fetch.mock.calls.length).toBeLessThan(20); // 75 at every 400 ms
  await vi.advanceTimersByTimeAsync(60_000);
  expect(fetch.mock.calls.length).toBeLessThan(20);
});

it("asks once for all who watch, and not at all when nobody does", async () => {
  const heads: (Heads | null)[] = [];
  const stop = watchStatus(
    (status) => heads.push(status),
    () => 8_000,
  );
  const all = [isIndexed(5), isIndexed(6), isIndexed(7)].map(spy);
  block = 7;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(all.map(({ value }) => value)).toEqual([true, true, true]);
  expect(fetch).toHaveBeenCalledTimes(1);
  expect(heads).toEqual([{ chain: { head: 99 }, indexer: { block: 7 } }]);
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(fetch).toHaveBeenCalledTimes(1);
});

it("rests while the page is hidden and asks at once when it is shown", async () => {
  const page = Object.assign(new EventTarget(), { hidden: true });
  vi.stubGlobal("document", page);
  const seen = spy(isIndexed(10));
  await vi.advanceTimersByTimeAsync(10 * INDEXED_WITHIN_MS);
  expect(fetch).not.toHaveBeenCalled();
  expect(seen.value).toBeUndefined();
  block = 10;
  page.hidden = false;
  page.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(1);
  expect(seen.value).toBe(true);
});

it("goes on when the server does not answer", async () => {
  fetch.mockRejectedValueOnce(new Error("down"));
  block = 10;
  const seen = spy(isIndexed(10));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(seen.value).toBe(true);
});
