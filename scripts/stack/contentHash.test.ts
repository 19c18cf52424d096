import { mkdirSync, mkdtempSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { contentHash } from "./contentHash.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "hash-"));
  mkdirSync(path.join(root, "app/deep"), { recursive: true });
  writeFileSync(path.join(root, "app/deep/page.ts"), "one");
});
const hash = () => contentHash(root, ["app", "absent.json"]);

test("changes with a file's content and with its name", () => {
  const before = hash();
  expect(hash()).toBe(before);
  writeFileSync(path.join(root, "app/deep/page.ts"), "two");
  const edited = hash();
  renameSync(path.join(root, "app/deep/page.ts"), path.join(root, "app/deep/route.ts"));
  expect(new Set([before, edited, hash()]).size).toBe(3);
});

test("tests and hidden directories do not count", () => {
  const before = hash();
  mkdirSync(path.join(root, "app/.ponder"));
  writeFileSync(path.join(root, "app/.ponder/cache.ts"), "x");
  writeFileSync(path.join(root, "app/deep/page.test.ts"), "x");
  expect(hash()).toBe(before);
});
