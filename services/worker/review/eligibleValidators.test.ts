import { privateKeyToAccount } from "viem/accounts";
import { expect, it, vi } from "vitest";
import type { ReviewableContribution } from "../../../lib/db/worker/reviews.ts";
import { targetPayee } from "../../../lib/ledger/index.ts";
import { eligibleValidators } from "./eligibleValidators.ts";

const { readContract } = vi.hoisted(() => ({ readContract: vi.fn() }));
vi.mock("../../../lib/chain/clients.ts", () => ({
  publicClient: () => ({ readContract }),
  readDeployment: () => ({ contracts: { staking: "0x" } }),
}));

const validator = (id: bigint) => ({ id, account: privateKeyToAccount(`0x${String(id).repeat(64)}`) });

it("takes who had stake in the second before the reveal, and neither contributor nor owner", async () => {
  const validators = [1n, 2n, 3n, 4n].map(validator);
  const revealedAt = 1_000;
  // 1 and 2 staked long before; 3 in the second of the reveal; 4 in the second before it.
  const since = new Map(
    [1n, 2n, 3n, 4n].map((id) => [BigInt(targetPayee(id)), [5, 5, revealedAt, revealedAt - 1][Number(id) - 1]!]),
  );
  readContract.mockImplementation(async ({ args: [target, time] }) => (time >= since.get(target)! ? 1n : 0n));
  const contribution = {
    ...{ contributor: validators[0]!.account.address.toLowerCase(), datanetOwner: `0x${"9".repeat(40)}`, revealedAt },
  } as ReviewableContribution;
  const eligible = eligibleValidators();
  expect((await eligible(contribution, validators)).map(({ id }) => id)).toEqual([2n, 4n]);
  const owned = { ...contribution, datanetOwner: validators[1]!.account.address } as ReviewableContribution;
  expect((await eligible(owned, validators)).map(({ id }) => id)).toEqual([4n]);
});
