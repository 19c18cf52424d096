import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { assetKind } from "./assetKind.ts";
import { COMMONS } from "./commons.ts";
import { caseSubject, curationStatus, fundingSource, memberOf, settlementState } from "./enums.ts";

const sourceOf = (file: string) => readFileSync(`contracts/src/${file}.sol`, "utf8");

it.each([
  ["IRegistry", "Kind", assetKind],
  ["ISettlement", "State", settlementState],
  ["ISettlement", "Source", fundingSource],
  ["IArbiter", "Subject", caseSubject],
  ["ICuration", "Status", curationStatus],
])("has %s's enum %s in its order", (file, name, members) => {
  const declared = new RegExp(`enum ${name} \\{([^}]*)\\}`).exec(sourceOf(`interfaces/${file}`))![1]!.split(",");
  expect(Object.entries(members)).toEqual(declared.map((member, place) => [member.trim().toLowerCase(), place]));
});

it("has the registry's number of the commons", () => {
  expect(sourceOf("Registry")).toContain(`uint256 public constant COMMONS = ${COMMONS};`);
});

it("names a member, and refuses a number that is none", () => {
  expect(memberOf(settlementState, 3)).toBe("rejected");
  expect(() => memberOf(settlementState, 4)).toThrow(/4 is no member of none, pending/);
});
