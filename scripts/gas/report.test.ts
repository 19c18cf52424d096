import { expect, test } from "vitest";
import type { Row } from "./ceilings.ts";
import { figures, table } from "./report.ts";

const row: Row = { name: "claim, each of ten", of: ["settlement", "claimMany"], per: 10, design: 100 };
const snapshots = (gas: string) => ({ settlement: { claimMany: gas } });

test("an item's gas is rounded up and stands beside its ceiling", () => {
  const [figure] = figures([row], snapshots("991"));
  expect(figure).toMatchObject({ gas: 100, ceiling: 100, above: false });
  expect(figures([row], snapshots("1001"))[0]).toMatchObject({ gas: 101, above: true });
});

test("a row may add up and have a ceiling of its own, with its reason", () => {
  const sum: Row = { name: "seal + post", of: ["s", "seal", "post"], design: 5, ceiling: 9, why: "because" };
  const all = figures([sum], { s: { seal: "4", post: "5" } });
  expect(all[0]).toMatchObject({ gas: 9, above: false });
  expect(table(all)).toContain("9         9         5  because");
});

test("what is above says so", () => {
  expect(table(figures([row], snapshots("2000")))).toMatch(/claim, each of ten +200 +100 +100 {2}ABOVE$/);
});

test("neither a row without a figure nor a figure without a row goes unseen", () => {
  expect(() => figures([row], {})).toThrow('nothing measures "claim, each of ten"');
  expect(() => figures([], snapshots("1"))).toThrow("no row of scripts/gas/ceilings.ts for settlement: claimMany");
  expect(() => figures([{ name: "x", of: ["settlement", "claimMany"] }], snapshots("1"))).toThrow("has no ceiling");
});
