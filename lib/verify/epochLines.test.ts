import { expect, it } from "vitest";
import { parseManifest } from "./epochLines.ts";

const stored = { cid: "bafy", bytes: 1, keccak: `0x${"ab".repeat(32)}` };
const manifest = (method: string) =>
  JSON.stringify({
    ...{ version: 1, chainId: 31337, settlement: `0x${"5".repeat(40)}`, epoch: 1, snapshotBlock: 1, method },
    files: { receipts: stored, shares: stored, leaves: stored },
  });

it("takes a method's name of 64 characters and no longer one: a manifest comes from anybody", () => {
  expect(parseManifest(manifest("m".repeat(64))).method).toHaveLength(64);
  expect(() => parseManifest(manifest("m".repeat(65)))).toThrow(/method/);
});
