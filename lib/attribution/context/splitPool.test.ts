import { expect, it } from "vitest";
import { attribute, buildIndex, parseBits } from "../index.ts";
import { splitPool } from "./splitPool.ts";

const exact = attribute(buildIndex([{ text: "amber", kind: "paid" }]), "amber", parseBits("", 4096));

it("leaves out a share that rounds to nothing once the context channel has taken its part", () => {
  const scale = exact.params.scale;
  const shares = [
    { contribution: 0, share: 1 },
    { contribution: 1, share: scale - 1 },
  ];
  const context = { shares: [{ contribution: 2, share: 100 }], total: 100, residualBps: 10_000 };
  const pool = splitPool({ ...exact, shares }, context);
  expect(pool.exact).toEqual([{ contribution: 1, share: scale - 101 }]);
  expect(pool.treasury).toBe(1);
});
