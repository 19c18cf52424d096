import { expect, it } from "vitest";
import { Rests } from "./Rests.ts";

it("leaves each alone for twice as long as the last time, up to a day", () => {
  let now = 0;
  const rests = new Rests<string>(() => now);
  const times = Array.from({ length: 13 }, () => {
    const ms = rests.begin("a");
    now += ms - 1;
    expect([rests.has("a"), rests.has("b")]).toEqual([true, false]);
    now += 1;
    expect(rests.has("a")).toBe(false);
    return ms / 60_000;
  });
  expect(times).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024, 1_440, 1_440]);
  expect(rests.begin("b")).toBe(60_000);
  now += 86_400_000;
  expect(rests.begin("a")).toBe(60_000);
});
