import { afterEach, expect, it, vi } from "vitest";
import { readRewards } from "./rewards.ts";

afterEach(() => vi.unstubAllGlobals());

it("reads amounts and the claim exactly", async () => {
  const amount = "1000000000000000000001";
  const claim = { epoch: 3, index: "1", payee: "0x01", amount, proof: "0xaa" };
  const wire = { accrued: "1", inWindow: "2", inDispute: "7", claimable: amount, paid: "0", claim, reason: null };
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => Response.json(wire)),
  );
  const rewards = await readRewards("0x1");
  expect([rewards.inWindow, rewards.inDispute, rewards.claimable]).toEqual([2n, 7n, 10n ** 21n + 1n]);
  expect(rewards.claim).toEqual({ epoch: 3n, index: 1n, payee: "0x01", amount: 10n ** 21n + 1n, proof: "0xaa" });
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => Response.json({ ...wire, claim: null, reason: "No answers yet." })),
  );
  expect(await readRewards("0x1")).toMatchObject({ claim: null, reason: "No answers yet." });
});
