import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type LocalStack, startLocalStack } from "../../../services/worker/testing/localStack.ts";
import { WHOLE } from "../../chain/arbiter.ts";
import { assetKind } from "../../chain/assetKind.ts";
import { contributionById } from "./contributions.ts";
import { datanetVersions } from "./datanets.ts";

let stack: LocalStack;

/** Datanet 2: contributions 1 to 5 accepted in blocks 1 to 5; versions in blocks 0, 10 and 20. */
beforeAll(async () => {
  stack = await startLocalStack({ chain: false });
  const { sql } = stack;
  await sql`insert into indexer.asset (id, kind, owner, version, uri, registered_at) values (2, ${assetKind.datanet}, '0x', 3, 'd', 1)`;
  for (const [version, block] of [
    [1, 0],
    [2, 10],
    [3, 20],
  ])
    await sql`insert into indexer.asset_version (asset_id, version, content_hash, published_at, tx, block, log_index)
      values (2, ${version!}, '0x', 1, '0x', ${block!}, 5)`;
  for (let id = 1; id <= 5; id++)
    await sql`insert into indexer.contribution (id, datanet, contributor, status, words, root, committed_at, finalized_block, finalized_log_index)
      values (${id}, 2, '0x', 'accepted', 1, ${`0x${id}`}, 1, ${id}, 0)`;
  for (const [id, item, block, logIndex] of [
    [2, 0, 9, 0], // before any version could hold it
    [3, WHOLE, 15, 0], // between the two that could
    [4, 7, 9, 0], // an item that it has not
    [5, 0, 10, 6], // in the version's block, after it
  ])
    await sql`insert into indexer.takedown (id, contribution, item, block, log_index) values (${String(id)}, ${id!}, ${item!}, ${block!}, ${logIndex!})`;
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

it("leaves out of a version what was taken down before it, and of no earlier one", async () => {
  const versions = await datanetVersions(stack.sql, 2n);
  expect(versions.map(({ version, entries }) => [version, entries.map(({ id }) => id)])).toEqual([
    [3, [1, 4]],
    [2, [1, 3, 4, 5]],
    [1, []],
  ]);
});

it("says what was taken down, whenever that was", async () => {
  const isTakenDown = async (id: bigint) => (await contributionById(stack.sql, id))!.isTakenDown;
  expect(await Promise.all([1n, 2n, 3n, 4n, 5n].map(isTakenDown))).toEqual([false, true, true, false, true]);
});

it("says which version first holds a contribution: none, where it was taken down before", async () => {
  const inVersion = async (id: bigint) => (await contributionById(stack.sql, id))!.inVersion;
  expect(await Promise.all([1n, 2n, 3n, 4n, 5n].map(inVersion))).toEqual([2, null, 2, 2, 2]);
});
