import { afterEach, expect, it, vi } from "vitest";
import { createGatewayChain } from "./chain.ts";

const { readContract } = vi.hoisted(() => ({ readContract: vi.fn() }));
vi.mock("../chain/clients.ts", () => ({
  publicClient: () => ({ readContract }),
  readDeployment: () => ({ contracts: { escrow: "0x" }, gateway: "0x" }),
  chainTime: async () => 0,
}));
afterEach(() => vi.useRealTimers());

it("keeps an account for a second, also when an older read of it fails late", async () => {
  vi.useFakeTimers();
  const payer = `0x${"1".repeat(40)}` as const;
  const account = { balance: 1n, spent: 0n, thawing: 0n };
  const old = Promise.withResolvers<typeof account>();
  readContract.mockReturnValueOnce(old.promise).mockResolvedValue(account);
  const chain = createGatewayChain();
  const first = chain.accountOf(payer);
  vi.advanceTimersByTime(1_000);
  expect(await chain.accountOf(payer)).toBe(account);
  old.reject(new Error("too late"));
  await expect(first).rejects.toThrow("too late");
  expect(await chain.accountOf(payer)).toBe(account);
  expect(readContract).toHaveBeenCalledTimes(2);
});
