import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { waitFor } from "./clock.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

/** Each comes a second after the one before, by a clock that nothing else moves; the last again and again. */
const answers = (list: (boolean | number)[]) => async () => {
  vi.setSystemTime(Date.now() + 1_000);
  return (list.length > 1 ? list.shift()! : list[0]!) as number;
};

it("waits as long as what is to be done changes, and no longer", async () => {
  await waitFor("all", answers([3, 2, 1, 0]), 1.5);
  await waitFor("it", answers([false, true]), 1.5);
  await expect(waitFor("the rest", answers([3, 2, 1]), 1.5)).rejects.toThrow("Waited 1.5 s for the rest");
  await expect(waitFor("it", answers([false]), 1.5)).rejects.toThrow("Starting again goes on from here.");
});
