import { readFileSync } from "node:fs";
import type { Abi } from "viem";
import { expect, test } from "vitest";
import { CONTRACTS, readArtifact } from "../chain/artifacts.ts";
import { abiModule } from "./abiModule.ts";

test("is one entry a line, without internal types", () => {
  const abi = [
    { type: "error", name: "Registry_NotOwner", inputs: [{ name: "id", type: "uint256", internalType: "uint256" }] },
    { type: "constructor", inputs: [], stateMutability: "nonpayable" },
  ] as const satisfies Abi;
  expect(abiModule("Registry", abi)).toBe(
    [
      "// Generated from contracts/src/Registry.sol by scripts/contracts.ts; do not edit.",
      "export const registryAbi = [",
      '  {"type":"error","name":"Registry_NotOwner","inputs":[{"name":"id","type":"uint256"}]},',
      '  {"type":"constructor","inputs":[],"stateMutability":"nonpayable"},',
      "] as const;",
      "",
    ].join("\n"),
  );
});

test.each(CONTRACTS)("lib/abi of %s is what was built", (name) => {
  const committed = readFileSync(new URL(`../../lib/abi/${name.toLowerCase()}.ts`, import.meta.url), "utf8");
  expect(committed).toBe(abiModule(name, readArtifact(name).abi));
});
