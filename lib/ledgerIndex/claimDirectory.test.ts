import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, it } from "vitest";
import { claimDirectory } from "./claimDirectory.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "claims-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const claiming = `import { claimDirectory } from ${JSON.stringify(path.join(import.meta.dirname, "claimDirectory.ts"))};
  console.log(claimDirectory(process.argv[1]));`;
/** Claims below 0, 1, … in step with a second process like it, and prints the directories it has. */
const racing = `import { claimDirectory } from ${JSON.stringify(path.join(import.meta.dirname, "claimDirectory.ts"))};
  import { existsSync, writeFileSync } from "node:fs";
  const [root, me, other, rounds] = process.argv.slice(1);
  const has = [];
  for (let round = 0; round < Number(rounds); round++) {
    writeFileSync(root + "/" + me + round, "");
    while (!existsSync(root + "/" + other + round));
    has.push(claimDirectory(root + "/" + round));
  }
  writeFileSync(root + "/" + me + "done", "");
  while (!existsSync(root + "/" + other + "done"));
  console.log(JSON.stringify(has));`;
const dying = `import { claimDirectory } from ${JSON.stringify(path.join(import.meta.dirname, "claimDirectory.ts"))};
  for (let round = 0; round < Number(process.argv[2]); round++) claimDirectory(process.argv[1] + "/" + round);`;
const run = async (code: string, ...args: string[]) =>
  (await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", code, "--", root, ...args])).stdout;
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
  writeFileSync(path.join(root, "1/owner.1"), "");
  expect(claimDirectory(root)).toBe(path.join(root, "1"));
});

it.each([false, true])(
  "gives two processes that claim at once two directories, after a dead one: %s",
  async (isDead) => {
    const rounds = 400;
    if (isDead) await run(dying, String(rounds));
    const [a, b] = (
      await Promise.all([run(racing, "a", "b", String(rounds)), run(racing, "b", "a", String(rounds))])
    ).map((text) => JSON.parse(text) as string[]);
    expect(a).toHaveLength(rounds);
    expect(a!.filter((directory, round) => directory === b![round])).toEqual([]);
    const first = a!.map((_, round) => path.join(root, String(round), "1"));
    expect(first.filter((directory, round) => a![round] !== directory && b![round] !== directory)).toEqual([]);
  },
  60_000,
);
