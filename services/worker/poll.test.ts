import { expect, it } from "vitest";
import { poll } from "./poll.ts";

it("survives errors, says each reason once, and says when it works again", async () => {
  const stop = new AbortController();
  const lines: string[] = [];
  const outcomes = ["away", "away", "denied", null];
  await poll(
    async () => {
      const reason = outcomes.shift();
      if (reason) throw new Error(reason);
      stop.abort();
      return false;
    },
    1,
    (line) => lines.push(line),
    stop.signal,
  );
  expect(lines).toEqual(["failed, tries again: away", "failed, tries again: denied", "works again"]);
});

it("does not sleep while there is more, and ends when it is told to", async () => {
  const stop = new AbortController();
  let runs = 0;
  const done = poll(
    async () => ++runs < 50,
    60_000,
    () => {},
    stop.signal,
  );
  await expect.poll(() => runs).toBe(50);
  stop.abort();
  await done;
  expect(runs).toBe(50);
});
