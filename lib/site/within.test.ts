import { afterEach, expect, it, vi } from "vitest";
import { within } from "./within.ts";

afterEach(() => vi.useRealTimers());

it("gives what came in time, else what stands for it, and leaves no timer behind", async () => {
  vi.useFakeTimers();
  expect(await within(1_000, Promise.resolve("read"), null)).toBe("read");
  await expect(within(1_000, Promise.reject(new Error("down")), null)).rejects.toThrow("down");
  expect(vi.getTimerCount()).toBe(0);
  const late = within(1_000, new Promise(() => {}), null);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await late).toBeNull();
});
