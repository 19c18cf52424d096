import type { Hex } from "viem";
import { describe, expect, it } from "vitest";
import { climbProof } from "./climbProof.ts";
import { FIRST_PAYEE, LAST_PAYEE, withSentinels } from "./leaves.ts";
import { addressPayee, payeeAddress, targetAsset, targetPayee } from "./payee.ts";
import { buildSumTree, type Leaf, nodeHash } from "./sumTree.ts";
import { type RandomSource, randomSource } from "./testing/randomSource.ts";

function randomLeaves(random: RandomSource, size: number): Leaf[] {
  const payees = new Set<string>();
  while (payees.size < size) payees.add(`0x${random.bigint(160).toString(16).padStart(64, "0")}`);
  return withSentinels([...payees].sort().map((payee) => ({ payee: payee as Hex, amount: random.bigint(100) })));
}

describe("buildSumTree", () => {
  it("lets every proof climb to root and total, and to nothing else", () => {
    const random = randomSource(4);
    for (let size = 0; size < 40; size++) {
      const leaves = randomLeaves(random, size);
      const tree = buildSumTree(leaves);
      expect(tree.total).toBe(leaves.reduce((sum, { amount }) => sum + amount, 0n));
      expect(tree.sl + tree.sr).toBe(tree.total);
      expect(nodeHash({ hash: tree.hl, sum: tree.sl }, { hash: tree.hr, sum: tree.sr })).toBe(tree.root);
      for (const [index, { payee, amount }] of leaves.entries()) {
        const proof = tree.proofOf(index);
        expect(climbProof(proof, index, payee, amount)).toEqual({ root: tree.root, sum: tree.total });
        expect(climbProof(proof, index, payee, amount + 1n)).not.toMatchObject({ root: tree.root });
        expect(climbProof(proof, index ^ 1, payee, amount)).not.toMatchObject({ root: tree.root });
      }
    }
  });

  it("has proofs of 48 bytes per level", () => {
    const proof = buildSumTree(randomLeaves(randomSource(5), 6)).proofOf(0);
    expect((proof.length - 2) / 2).toBe(3 * 48);
  });

  it.each<[string, Leaf[], RegExp]>([
    ["too few leaves", [{ payee: FIRST_PAYEE, amount: 0n }], /tree of 1 leaves/],
    ["a payee twice", withSentinels([1, 1].map(() => ({ payee: targetPayee(1n), amount: 1n }))), /leaf 2.*ascend/],
    ["a short payee", withSentinels([{ payee: "0x01", amount: 1n }]), /leaf 1.*not 32 bytes/],
    ["a negative amount", withSentinels([{ payee: targetPayee(1n), amount: -1n }]), /leaf 1.*negative/],
    ["more than a uint128", withSentinels([{ payee: targetPayee(1n), amount: 2n ** 128n }]), /uint128/],
  ])("refuses %s", (_what, leaves, message) => {
    expect(() => buildSumTree(leaves)).toThrow(message);
  });

  it("refuses a proof of a leaf that does not exist", () => {
    expect(() => buildSumTree(withSentinels([])).proofOf(2)).toThrow(/leaf 2 does not exist/);
  });
});

describe("climbProof", () => {
  it("refuses a proof of uneven length, too deep, or too short for its index", () => {
    expect(() => climbProof("0x00", 0, FIRST_PAYEE, 0n)).toThrow(/malformed/);
    expect(() => climbProof(`0x${"00".repeat(33 * 48)}`, 0, FIRST_PAYEE, 0n)).toThrow(/malformed/);
    expect(() => climbProof(`0x${"00".repeat(48)}`, 2, FIRST_PAYEE, 0n)).toThrow(/does not fit/);
  });
});

describe("payees", () => {
  it("tells addresses from staking pools", () => {
    const address = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
    expect(payeeAddress(addressPayee(address))).toBe(address);
    expect(payeeAddress(targetPayee(0n))).toBeNull();
    expect(targetAsset(BigInt(targetPayee(2n ** 40n + 7n)))).toBe(2n ** 40n + 7n);
    expect(() => targetAsset(BigInt(addressPayee(address)))).toThrow("is no staking pool");
    expect(payeeAddress(LAST_PAYEE)).toBeNull();
    expect(BigInt(targetPayee(7n))).toBe(2n ** 160n + 7n);
    expect(() => addressPayee("0x12")).toThrow(/no address/);
  });
});
