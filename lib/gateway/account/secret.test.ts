import { expect, test } from "vitest";
import { hashSecret, looksLikeSecret, newSecret } from "./secret.ts";

test("a key is ol_ and 43 digits of base62, never the same twice", () => {
  const keys = Array.from({ length: 1_000 }, newSecret);
  for (const key of keys) expect(key).toMatch(/^ol_[0-9A-Za-z]{43}$/);
  expect(new Set(keys).size).toBe(1_000);
  expect(keys.every(looksLikeSecret)).toBe(true);
  // All digits occur: the alphabet is used, not only hex.
  expect(new Set(keys.join("").slice(3)).size).toBeGreaterThanOrEqual(62);
});

test("only its sha-256 is kept", () => {
  expect(hashSecret("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

test.each(["", "ol_", "sk-abc", `ol_${"a".repeat(42)}`, `ol_${"a".repeat(44)}`, `ol_${"-".repeat(43)}`])(
  "%j is no key",
  (text) => {
    expect(looksLikeSecret(text)).toBe(false);
  },
);
