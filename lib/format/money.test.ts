import { describe, expect, it } from "vitest";
import { formatOpen, OPEN, parseOpen } from "./money.ts";

describe("formatOpen", () => {
  it.each([
    [0n, "precise", "0.0000"],
    [1n, "precise", "<0.0001"],
    [-1n, "precise", "−<0.0001"],
    [OPEN / 10_000n, "precise", "0.0001"],
    [17n * (OPEN / 1_000n), "precise", "0.0170"],
    [1_999_999n * (OPEN / 1_000_000n), "precise", "1.9999"],
    [1_234_567n * OPEN + OPEN / 2n, "precise", "1,234,567.5000"],
    [42n * (OPEN / 100n), "precise", "0.4200"],
    [OPEN / 10_000n - 1n, "precise", "<0.0001"],
    [24_450n * OPEN + OPEN - 1n, "whole", "24,450"],
    [12n * OPEN, "whole", "12"],
    [12n * OPEN + OPEN / 3n, "whole", "12.3333"],
    [0n, "whole", "0"],
    [OPEN + 1n, "full", "1.000000000000000001"],
    [5n * OPEN, "full", "5"],
    [2n * OPEN, "exact", "2.0000"],
    [74n * (OPEN / 1_000n), "exact", "0.0740"],
    [OPEN / 100_000n, "exact", "0.00001"],
    [0n, "exact", "0.0000"],
    [-5n * OPEN, "precise", "−5.0000"],
  ] as const)("%s %s → %s", (wei, preset, text) => {
    expect(formatOpen(wei, preset)).toBe(text);
  });

  it("never shows more than there is, and full gives every wei back", () => {
    let seed = 88_172_645_463_325_252n;
    for (let i = 0; i < 2_000; i++) {
      seed ^= (seed << 13n) & ((1n << 64n) - 1n);
      seed ^= seed >> 7n;
      seed ^= (seed << 17n) & ((1n << 64n) - 1n);
      const wei = seed << BigInt(i % 24);
      expect(parseOpen(formatOpen(wei, "full"))).toBe(wei);
      const shown = formatOpen(wei, "precise");
      if (!shown.startsWith("<")) expect(parseOpen(shown)! <= wei).toBe(true);
    }
  });
});

describe("parseOpen", () => {
  it.each([
    ["1", OPEN],
    ["0.5", OPEN / 2n],
    [".5", OPEN / 2n],
    ["1.", OPEN],
    ["1,000", 1_000n * OPEN],
    [" 2 ", 2n * OPEN],
    ["0.000000000000000001", 1n],
    ["", null],
    [".", null],
    ["1.2.3", null],
    ["abc", null],
    ["-1", null],
    ["1,00", null],
    ["0.0000000000000000001", null],
  ])("%j", (text, wei) => {
    expect(parseOpen(text)).toBe(wei);
  });
});
