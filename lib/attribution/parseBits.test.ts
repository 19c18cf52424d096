import { readFileSync } from "node:fs";
import { keccak256 } from "viem";
import { describe, expect, it } from "vitest";
import { parseBits } from "./parseBits.ts";

describe("parseBits", () => {
  it("reads the table that is served with the product", () => {
    const file = readFileSync(new URL("../../public/bits-v1.tsv", import.meta.url));
    const table = parseBits(file.toString("utf8"));
    expect(table.bitsOf("the")).toBe(1204);
    expect(table.bitsOf("registering")).toBe(4095);
    expect(table.bitsOf("ン")).toBe(4095);
    expect(table.bitsOf("__proto__")).toBe(4096);
    expect(table.bitsOf("no such word")).toBe(4096);
    expect(table.unknown).toBe(4096);
    expect(table.hash).toBe(keccak256(file));
    expect(table.hash).toBe("0x1f9e00fa5d1fe81131c2ea38c528cbefd5e3a95691b819b3f7ca49fe8604c66f");
  });

  it("says which line is wrong", () => {
    expect(() => parseBits("the\t1\nof")).toThrow('line 2: expected "token<TAB>whole number", got "of"');
    expect(() => parseBits("the\t1.5")).toThrow("line 1");
    expect(() => parseBits("the\t1\t2")).toThrow("line 1");
    expect(() => parseBits("the\t-1")).toThrow("line 1");
    expect(() => parseBits("a\t1\nb\t2\na\t3\n")).toThrow('line 3: "a" is listed twice');
  });
});
