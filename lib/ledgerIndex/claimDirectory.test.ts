import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { claimDirectory } from "./claimDirectory.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "claims-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const claiming = `import { claimDirectory } from ${JSON.stringify(path.join(import.meta.dirname, "claimDirectory.ts"))};
  console.log(claimDirectory(process.argv[1]));`;
/** Another process that claims, says what, and ends. */
const claimElsewhere = () =>
  spawnSync(process.execPath, ["--input-type=module", "--eval", claiming, "--", root], {
    encoding: "utf8",
  }).stdout.trim();

it("gives living processes a directory each, and a new one that of a dead one", async () => {
  expect(claimElsewhere()).toBe(path.join(root, "1"));
  expect(claimDirectory(root)).toBe(path.join(root, "1"));
  expect(claimDirectory(root)).toBe(path.join(root, "1"));
  expect(claimElsewhere()).toBe(path.join(root, "2"));
  expect(claimDirectory(root)).toBe(path.join(root, "1"));
});

it("takes one whose claim was cut short", () => {
  claimDirectory(root);
  writeFileSync(path.join(root, "1/owner"), "");
  expect(claimDirectory(root)).toBe(path.join(root, "1"));
});
