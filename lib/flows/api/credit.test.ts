import { afterEach, expect, it, vi } from "vitest";
import { authorisedLeft, prepaidLeft, readCredit } from "./credit.ts";

afterEach(() => vi.unstubAllGlobals());

it("reads wei and tells prepaid from authorised", async () => {
  const wire = {
    balance: "70",
    thawing: "10",
    collected: "30",
    spent: "50",
    reserved: "5",
    limit: "80",
    available: "25",
  };
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => Response.json(wire)),
  );
  const credit = await readCredit("0x1");
  expect(credit.available).toBe(25n);
  expect([prepaidLeft(credit), authorisedLeft(credit)]).toEqual([35n, 25n]);
  expect([prepaidLeft({ ...credit, spent: 500n }), authorisedLeft({ ...credit, spent: 500n })]).toEqual([0n, 0n]);
});
