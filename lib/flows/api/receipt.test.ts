import { afterEach, expect, it, vi } from "vitest";
import { readReceipt } from "./receipt.ts";

afterEach(() => vi.unstubAllGlobals());

const wire = {
  id: "0xab",
  fee: "420000000000000000",
  payouts: [{ role: "owner", amount: "84000000000000000" }],
  attribution: { spans: [[0, 4, 7]], coverageBps: 8140, shares: [{ contribution: "7", amount: "104300000000000001" }] },
};

it("reads amounts exactly and shows the key only when there is one", async () => {
  const fetch = vi.fn(async (_path: string, _init?: RequestInit) => Response.json(wire));
  vi.stubGlobal("fetch", fetch);
  const receipt = await readReceipt("0xab", "ol_k");
  expect(receipt.fee).toBe(42n * 10n ** 16n);
  expect(receipt.payouts[0]!.amount).toBe(84n * 10n ** 15n);
  expect(receipt.attribution!.shares[0]!.amount).toBe(104_300_000_000_000_001n);
  expect(fetch.mock.calls[0]![1]!.headers).toEqual({ authorization: "Bearer ol_k" });
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => Response.json({ ...wire, attribution: null })),
  );
  expect((await readReceipt("0xab", null)).attribution).toBeNull();
});
