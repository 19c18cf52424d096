import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { sayWhile } from "./sayWhile.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("says every 30 s how long the work has taken, and no more when it has ended, well or not", async () => {
  for (const end of ["resolve", "reject"] as const) {
    const said: number[] = [];
    const work = Promise.withResolvers<string>();
    const result = sayWhile(work.promise, (seconds) => said.push(seconds));
    await vi.advanceTimersByTimeAsync(29_000);
    expect(said).toEqual([]);
    await vi.advanceTimersByTimeAsync(32_000);
    work[end]("built");
    await (end === "resolve" ? expect(result).resolves.toBe("built") : expect(result).rejects.toBe("built"));
    await vi.advanceTimersByTimeAsync(90_000);
    expect(said).toEqual([30, 60]);
  }
});
