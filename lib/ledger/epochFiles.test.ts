import { keccak256, stringToBytes } from "viem";
import { describe, expect, it } from "vitest";
import { encodeManifest, epochFiles, toLines } from "./epochFiles.ts";
import { withSentinels } from "./leaves.ts";

describe("epoch files", () => {
  it("writes integers of any size as text and ends each line", () => {
    expect(toLines([{ amount: 2n ** 100n, share: 3 }])).toBe(
      '{"amount":"1267650600228229401496703205376","share":3}\n',
    );
    expect(toLines([])).toBe("");
  });

  it("does not depend on the order in which rows came", () => {
    const share = (receipt: `0x${string}`, contribution: bigint) =>
      ({ receipt, contribution, payee: "0x01", share: 1, amount: 1n }) as const;
    const shares = [share("0x02", 1n), share("0x01", 10n), share("0x01", 9n)];
    const forwards = epochFiles([], shares, withSentinels([])).shares;
    expect(epochFiles([], [...shares].reverse(), withSentinels([])).shares).toBe(forwards);
    expect(
      forwards
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).contribution),
    ).toEqual(["9", "10", "1"]);
  });

  it("anchors the manifest's bytes", () => {
    const file = { cid: "c", bytes: 1, keccak: "0x00" } as const;
    const { text, dataHash } = encodeManifest({
      version: 1,
      chainId: 1,
      settlement: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
      epoch: 1,
      snapshotBlock: 2,
      method: "lona-1",
      files: { receipts: file, shares: file, leaves: file },
    });
    expect(dataHash).toBe(keccak256(stringToBytes(text)));
    expect(JSON.parse(text).files.leaves).toEqual(file);
  });
});
