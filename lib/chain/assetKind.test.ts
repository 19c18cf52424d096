import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { assetKind } from "./assetKind.ts";

it("is the contract's enum, in its order", () => {
  const source = readFileSync("contracts/src/interfaces/IRegistry.sol", "utf8");
  const members = /enum Kind \{([^}]*)\}/
    .exec(source)![1]!
    .split(",")
    .map((name) => name.trim().toLowerCase());
  expect(Object.entries(assetKind)).toEqual(members.map((name, place) => [name, place]));
});
