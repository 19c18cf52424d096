import { expect, it } from "vitest";
import { localKey } from "./localKey.ts";

function memory(content: Record<string, string> = {}) {
  return {
    content,
    getItem: (key: string) => content[key] ?? null,
    setItem: (key: string, value: string) => {
      content[key] = value;
    },
  };
}

it("makes a key once and keeps it", () => {
  const storage = memory();
  const key = localKey(storage);
  expect(key).toMatch(/^0x[0-9a-f]{64}$/);
  expect(localKey(storage)).toBe(key);
  expect(localKey(memory())).not.toBe(key);
});

it("replaces what is no key", () => {
  expect(localKey(memory({ "openledger:local-test-key": "0x12" }))).toMatch(/^0x[0-9a-f]{64}$/);
});
