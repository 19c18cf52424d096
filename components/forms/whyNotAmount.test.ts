import { expect, it } from "vitest";
import { whyNotAmount } from "./whyNotAmount.ts";

it("tells what is no amount from what is none at all", () => {
  expect(whyNotAmount(null)).toBe("Give an amount in digits, such as 1.5.");
  expect(whyNotAmount(0n, "a budget")).toBe("Give a budget above 0.");
  expect(whyNotAmount(1n)).toBeNull();
});
