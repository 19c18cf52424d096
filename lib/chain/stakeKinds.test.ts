import { expect, it } from "vitest";
import { assetKind } from "./assetKind.ts";
import { stakeKindOf, stakeKinds } from "./stakeKinds.ts";

it("names every kind that the registry knows", () => {
  expect([...stakeKinds].sort()).toEqual(Object.keys(assetKind).sort());
  expect(stakeKindOf(assetKind.provider)).toBe("provider");
});
