import { expect, it } from "vitest";
import { earningPart } from "./earningPart.ts";

it("leaves out what thaws: 60 of 100 staked, in a pool of 5,250 of which 5,210 earn", () => {
  expect(earningPart({ shares: 60n, poolEarning: 5_210n })).toBe("earns 1.2 % of the pool’s rewards");
});

it("gives all to the only one who earns, and nothing to who thaws in whole", () => {
  expect(earningPart({ shares: 7n, poolEarning: 7n })).toBe("earns 100 % of the pool’s rewards");
  expect(earningPart({ shares: 0n, poolEarning: 0n })).toBe("earns nothing");
});
