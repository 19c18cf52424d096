import { expect, it } from "vitest";
import { randomSource } from "../ledger/testing/randomSource.ts";
import { rewardSources } from "./rewardSources.ts";

it.each([
  [0n, 0n, null, { fees: 0n, emissions: 0n }],
  [5n, 10n, null, null],
  [5n, 10n, 10n, { fees: 5n, emissions: 0n }],
  [5n, 10n, 12n, { fees: 5n, emissions: 0n }], // receipts of an epoch that the pool was not paid for in full yet
  [5n, 10n, 0n, { fees: 0n, emissions: 5n }],
  [5n, 10n, 3n, { fees: 1n, emissions: 4n }],
])("%i of %i, %s of it on receipts: %o", (mine, rewarded, fromFees, sources) => {
  expect(rewardSources(mine, rewarded, fromFees)).toEqual(sources);
});

it("loses no wei and never calls more fees than there were", () => {
  const random = randomSource(11);
  for (let i = 0; i < 2_000; i++) {
    const [rewarded, mine, fromFees] = [1 + random.below(1e6), random.below(1e6), random.below(1e6)].map(BigInt) as [
      bigint,
      bigint,
      bigint,
    ];
    const sources = rewardSources(mine, rewarded, fromFees)!;
    expect(sources.fees + sources.emissions).toBe(mine);
    if (fromFees < rewarded) expect(sources.fees * rewarded).toBeLessThanOrEqual(mine * fromFees);
  }
});
