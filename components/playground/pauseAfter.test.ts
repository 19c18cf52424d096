import { expect, it } from "vitest";
import { pauseAfter } from "./pauseAfter.ts";

it("shows a trace within 0.3 s for three seconds, then asks less and less, but never stops", () => {
  const pauses = Array.from({ length: 40 }, (_, times) => pauseAfter(times));
  expect(pauses.slice(0, 11)).toEqual(Array(11).fill(300));
  for (let i = 12; i < pauses.length; i++) expect(pauses[i]! >= pauses[i - 1]!).toBe(true);
  expect(pauses.at(-1)).toBe(10_000);
  const inAMinute = pauses.reduce(
    (seen, pause) => (seen.ms + pause > 60_000 ? seen : { ms: seen.ms + pause, n: seen.n + 1 }),
    { ms: 0, n: 0 },
  );
  expect(inAMinute.n).toBeLessThan(30); // 86 at every 0.7 s
});
