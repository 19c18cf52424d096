import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { foundryBinary, foundryPackage } from "./foundry.ts";

test.each([
  ["linux", "x64", "@foundry-rs/forge-linux-amd64"],
  ["linux", "arm64", "@foundry-rs/forge-linux-arm64"],
  ["darwin", "arm64", "@foundry-rs/forge-darwin-arm64"],
  ["win32", "x64", "@foundry-rs/forge-win32-amd64"],
] as const)("names the package of %s/%s", (platform, arch, name) => {
  expect(foundryPackage("forge", platform, arch)).toBe(name);
});

test.each(["forge", "anvil"] as const)("%s runs", (tool) => {
  expect(execFileSync(foundryBinary(tool), ["--version"], { encoding: "utf8" })).toContain(tool);
});

test("a tool that is not installed is named with its remedy", () => {
  expect(() => foundryBinary("cast")).toThrow(/@foundry-rs\/cast-.* is not installed\. Run `npm ci`/);
});
