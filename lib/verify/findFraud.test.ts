import { keccak256, numberToHex } from "viem";
import { describe, expect, it } from "vitest";
import { randomNumbers } from "../attribution/randomNumbers.fixture.ts";
import { climbProof, type Leaf, sumTreeOf, withSentinels } from "../ledger/index.ts";
import { findFraud, type PostedLeaves } from "./findFraud.ts";

const payee = (n: number) => numberToHex(n, { size: 32 });
const leaf = (n: number, amount: number): Leaf => ({ payee: payee(n), amount: BigInt(amount) });

function posted(id: number, leaves: Leaf[]): PostedLeaves {
  const { root, total } = sumTreeOf(leaves);
  return { posting: { id, root, total, dataHash: keccak256("0x"), cid: "", block: 1n, isRejected: false }, leaves };
}

const before = posted(1, withSentinels([leaf(3, 10), leaf(5, 0), leaf(7, 20)]));

/** Finds fraud in leaves, and checks each proof as the contract does. */
function found(leaves: Leaf[]): string | null {
  const epochs = new Map([before, posted(2, leaves)].map((epoch) => [BigInt(epoch.posting.id), epoch.posting]));
  const fraud = findFraud(posted(2, leaves), before);
  for (const { epoch, index, payee, amount, proof } of fraud?.args ?? []) {
    const { root, total } = epochs.get(epoch)!;
    expect(climbProof(proof, Number(index), payee, amount)).toEqual({ root, sum: total });
  }
  return fraud && `${fraud.functionName} ${fraud.args.map(({ epoch, index }) => `${epoch}:${index}`).join(" ")}`;
}

describe("findFraud", () => {
  it("finds neighbours that are the same or out of order", () => {
    expect(found(withSentinels([leaf(7, 20), leaf(3, 10)]))).toBe("proveDisorder 2:1 2:2");
    expect(found(withSentinels([leaf(3, 10), leaf(3, 10), leaf(7, 20)]))).toBe("proveDisorder 2:1 2:2");
    expect(found([leaf(7, 20), leaf(3, 10)])).toBe("proveDisorder 2:0 2:1");
  });

  it("finds who has less than before, or is left out", () => {
    expect(found(withSentinels([leaf(3, 9), leaf(7, 21)]))).toBe("proveDecrease 1:1 2:1");
    expect(found(withSentinels([leaf(3, 10), leaf(6, 9), leaf(9, 20)]))).toBe("proveOmission 1:3 2:2 2:3");
  });

  it("finds none where a payee of nothing is left out, nor in other leaves than those under the root", () => {
    expect(found(withSentinels([leaf(3, 10), leaf(7, 20)]))).toBeNull();
    const bad = posted(2, withSentinels([leaf(7, 20), leaf(3, 10)]));
    expect(findFraud({ ...bad, leaves: bad.leaves.slice(1) }, before)).toBeNull();
    expect(findFraud({ ...bad, leaves: [] }, before)).toBeNull();
    const elsewhere = { ...before, posting: { ...before.posting, root: keccak256("0x") } };
    expect(findFraud(posted(2, withSentinels([leaf(3, 9)])), elsewhere)).toBeNull();
  });

  it("finds no proof of what is left out at an end without a sentinel: that takes a dispute", () => {
    expect(found([leaf(3, 10), leaf(5, 20)])).toBeNull();
    expect(found([leaf(3, 10), leaf(8, 20)])).toBe("proveOmission 1:3 2:0 2:1");
  });

  it("finds none in leaves that only grow", () => {
    const random = randomNumbers(3);
    for (let trial = 0; trial < 100; trial++) {
      const earlier = Array.from({ length: 1 + random(9) }, (_, i) => leaf(2 * i + 1, random(100)));
      const later = earlier.flatMap(({ payee, amount }, i) => [
        { payee, amount: amount + BigInt(random(9)) },
        ...(random(2) ? [leaf(2 * i + 2, random(100))] : []),
      ]);
      expect(findFraud(posted(2, withSentinels(later)), posted(1, withSentinels(earlier)))).toBeNull();
    }
  });
});
