import { expect, it } from "vitest";
import { shortHex } from "./address.ts";

it("keeps the ends", () => {
  expect(shortHex("0x91c4000000000000000000000000000000077e0f")).toBe("0x91c4…7e0f");
  expect(shortHex("0x91c4000000000000000000000000000000077e0f", 10, 8)).toBe("0x91c40000…00077e0f");
  expect(shortHex("0x12345678")).toBe("0x12345678");
});
