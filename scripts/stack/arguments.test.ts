import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, it, test } from "vitest";
import { readArguments, UsageError } from "./arguments.ts";

const ROOT = path.join(import.meta.dirname, "../..");
const NODE = path.join(ROOT, "node_modules/.bin/node");

const manual = { name: "ask", does: "Asks.", usage: "ask [--key KEY]" };
const options = { key: { type: "string" }, base: { type: "string" } } as const;

test("an argument that cannot be read is named in one sentence, with how the command is called", () => {
  const read = (...args: string[]) => readArguments({ args, options }, manual);
  expect(read("--key", "ol_1").values.key).toBe("ol_1");
  expect(() => read("--kye", "x")).toThrow(new UsageError("Unknown option '--kye'. Usage: ask [--key KEY]"));
  const missing = "Option '--key <value>' argument missing. Usage: ask [--key KEY]";
  expect(() => read("--key")).toThrow(new UsageError(missing));
  // What an unset variable leaves of `--key $KEY --base URL`.
  const ambiguous = "Option '--key' argument is ambiguous. Usage: ask [--key KEY]";
  expect(() => read("--key", "--base", "x")).toThrow(new UsageError(ambiguous));
});

const run = (...command: string[]) => spawnSync(NODE, command, { cwd: ROOT, encoding: "utf8" });

it.each([
  ["scripts/start.ts", "--data"],
  ["scripts/verify.ts", "--rpc"],
  ["scripts/deploy.ts", "--network"],
  ["scripts/property.ts", "--seed"],
  ["scripts/mutate.ts", "--only"],
  ["scripts/invariants.ts", "--match"],
  ["scripts/examples/openai.ts", "--key"],
  ["bench/attribution.ts", "--size"],
  ["bench/quality/main.ts", "--foo"],
])("%s refuses what it cannot read of %s in one sentence, with exit code 2", (script, option) => {
  const { status, stdout, stderr } = run(script, option);
  expect((stdout + stderr).trim()).toMatch(new RegExp(`^[^\\n]*option '${option}[^\\n]*Usage: [^\\n]*$`, "i"));
  expect(status).toBe(2);
});

it("says what a command does when asked for help", () => {
  const { status, stdout } = run("scripts/invariants.ts", "--help");
  expect(stdout).toMatch(/^Runs every invariant [^\n]+\.\nnpm run test:invariants [^\n]+\n$/);
  expect(status).toBe(0);
});
