import { expect, it } from "vitest";
import { splitOf } from "./split.ts";

it("leaves the rest to the protocol", () => {
  const parts = splitOf({ contributorsBps: 5_000, ownerBps: 2_000, providerBps: 1_500, stakersBps: 1_000 });
  expect(parts.at(-1)).toEqual({ name: "Protocol", bps: 500 });
  expect(parts.reduce((sum, part) => sum + part.bps, 0)).toBe(10_000);
});
