import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { NOTICE } from "../verify/holding.ts";
import { BURN, FRAUD_SLASHED, MOST_SLASHED, RULING_PERIOD, WHOLE } from "./arbiter.ts";
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

it.each([
  ["Registry", "COMMONS", COMMONS],
  ["Registry", "NOTICE", BigInt(NOTICE)],
  ["Arbiter", "RULING_PERIOD", BigInt(RULING_PERIOD)],
  ["Curation", "WHOLE", BigInt(WHOLE)],
  ["Staking", "MAX_SLASH_BPS", BigInt(MOST_SLASHED)],
  ["Settlement", "FRAUD_SLASH_BPS", BigInt(FRAUD_SLASHED)],
])("has %s's constant %s", (file, name, ours) => {
  const declared = new RegExp(`constant ${name} = ([^;]*);`).exec(sourceOf(file))![1]!;
  const [, digits, unit] = /^([\d_]+)( days)?$/.exec(declared.replace("type(uint32).max", String(2 ** 32 - 1)))!;
  expect(ours).toBe(BigInt(digits!.replaceAll("_", "")) * (unit ? 86_400n : 1n));
});

it("has the contracts' burn address", () => {
  const files = readdirSync("contracts/src", { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".sol"),
  );
  const declared = files.flatMap((file) => [
    ...sourceOf(file.slice(0, -4)).matchAll(/constant BURN = (0x[0-9a-fA-F]{40});/g),
  ]);
  expect(new Set(declared.map(([, address]) => address!.toLowerCase()))).toEqual(new Set([BURN]));
});

it("names a member, and refuses a number that is none", () => {
  expect(memberOf(settlementState, 3)).toBe("rejected");
  expect(() => memberOf(settlementState, 4)).toThrow(/4 is no member of none, pending/);
});
