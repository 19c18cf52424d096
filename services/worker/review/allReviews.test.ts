import { zeroHash } from "viem";
import { expect, it } from "vitest";
import { allReviews } from "./allReviews.ts";

const review = (validator: bigint, accept: boolean) => ({
  ...{ validator, accept, score: 1, reasonHash: zeroHash, signature: "0x01" as const },
});

it("takes each validator once, ascending, and what was signed by hand before what the worker thinks", () => {
  const own = [review(12n, true), review(9n, true)];
  const byHand = [{ ...review(12n, false), reason: "Mine." }, review(3n, false)];
  expect(allReviews(own, byHand)).toEqual([review(3n, false), review(9n, true), review(12n, false)]);
});
