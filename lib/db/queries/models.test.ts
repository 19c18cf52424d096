import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type LocalStack, startLocalStack } from "../../../services/worker/testing/localStack.ts";
import { assetKind } from "../../chain/assetKind.ts";
import { modelById } from "./models.ts";

let stack: LocalStack;

beforeAll(async () => {
  stack = await startLocalStack({ chain: false });
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

it("shows the split in force: an announced one from the second on at which its notice ends", async () => {
  const { sql } = stack;
  await sql`insert into indexer.asset (id, kind, owner, version, uri, registered_at) values (7, ${assetKind.model}, '0x', 1, 'u', 100)`;
  await sql`insert into indexer.contribution (id, committed_at) values (1, 0)`; // carries the chain's time
  for (const [from, owner] of [
    [100, 1_000],
    [500, 2_000],
    [900, 3_000],
  ])
    await sql`insert into indexer.asset_split (asset_id, split_from, provider_bps, owner_bps, contributors_bps, stakers_bps)
      values (7, ${from!}, 1, ${owner!}, 3, 4)`;
  const ownerBpsAt = async (now: number) => {
    await sql`update indexer.contribution set committed_at = ${now}`;
    return (await modelById(sql, 7n))!.ownerBps;
  };
  // No record is newer than the registration itself: its own split holds.
  for (const [now, bps] of [
    [50, 1_000],
    [499, 1_000],
    [500, 2_000],
    [899, 2_000],
    [900, 3_000],
  ])
    expect(await ownerBpsAt(now!), `at ${now}`).toBe(bps);
});
