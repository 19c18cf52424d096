import path from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { ledgerRoot } from "../../../lib/attribution/index.ts";
import { ledgerOf } from "../../../lib/db/ledgers.ts";
import { saveTrace, type Trace } from "../../../lib/db/worker/traces.ts";
import { createFileStore, type Store } from "../../../lib/storage/fileStore.ts";
import { type LocalStack, startLocalStack } from "../testing/localStack.ts";
import { ModelLedgers } from "./ModelLedgers.ts";

let stack: LocalStack;
let store: Store;
const settings = () => ({
  ...{ index: path.join(stack.directory, "index"), store: path.join(stack.directory, "store"), bits: "" },
});

// Datanets 2 and 3 publish at block 20 and 25, datanet 2 again at 40; model 9 takes both at block 30 (v1) and 50 (v2).
beforeAll(async () => {
  stack = await startLocalStack({ chain: false });
  store = createFileStore(path.join(stack.directory, "store"));
  const { sql } = stack;
  await sql`insert into indexer.asset (id, kind) values (1, 0), (2, 0), (3, 0), (4, 1), (9, 1)`;
  const versions = [
    [2, 1, [], 10, 0],
    [2, 2, [], 20, 5],
    [3, 1, [], 25, 0],
    [9, 1, [2, 3, 1, 4], 30, 0],
    [2, 3, [], 40, 0],
    [9, 2, [2], 50, 0],
  ] as const;
  for (const [id, version, parents, block, log] of versions) {
    await sql`insert into indexer.asset_version (asset_id, version, parents, block, log_index)
      values (${id}, ${version}, ${sql.array(parents.map(String))}::numeric[], ${block}, ${log})`;
  }
  const contributions = [
    [1, 1, "accepted", 1, 0],
    [2, 2, "accepted", 20, 6], // in the block of the version, but after it
    [3, 2, "accepted", 20, 4],
    [4, 3, "rejected", 15, 0],
    [5, 3, "accepted", 24, 0],
    [6, 2, "revealed", null, null],
    [7, 1, "accepted", 35, 0],
    [8, 3, "accepted", 26, 0],
  ] as const;
  for (const [id, datanet, status, block, log] of contributions) {
    const { cid } = await store.put(new TextEncoder().encode(`text number ${id}`));
    const [root, uri] = [`0x${String(id).repeat(64)}`, `ipfs://${id}`];
    await sql`insert into indexer.contribution (id, datanet, contributor, status, root, uri, finalized_block, finalized_log_index)
      values (${id}, ${datanet}, '0x00', ${status}, ${root}, ${uri}, ${block}, ${log})`;
    await sql`insert into worker.content values (${id}, ${`Title ${id}`}, 'text/plain', ${cid}, 1, 1, 0, null, ${uri}, ${root})`;
  }
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

it("holds what was accepted before each datanet's version before the model's, and the commons before the model's", async () => {
  const first = await ledgerOf(stack.sql, 9n, 1);
  expect(first.map(({ id, kind, datanet }) => [id, kind, datanet])).toEqual([
    [1n, "commons", 1n],
    [3n, "paid", 2n],
    [5n, "paid", 3n],
  ]);
  const second = await ledgerOf(stack.sql, 9n, 2);
  expect(second.map(({ id }) => id)).toEqual([1n, 2n, 3n, 7n]);
  expect(second[1]).toMatchObject({ title: "Title 2", root: `0x${"2".repeat(64)}`, contributor: "0x00" });
});

it("leaves out what was taken down before the version that would hold it", async () => {
  const takeDown = (id: number, item: number, block: number) =>
    stack.sql`insert into indexer.takedown (id, contribution, item, block, log_index) values (${`t${block}`}, ${id}, ${item}, ${block}, 0)`;
  const idsOf = async (version: number) => (await ledgerOf(stack.sql, 9n, version)).map(({ id }) => id);
  await takeDown(3, 4_294_967_295, 30); // after datanet 2's version of block 20, before that of 40
  await takeDown(2, 7, 31); // an item that does not exist
  await takeDown(1, 0, 45); // the commons count up to the model's version
  expect(await idsOf(1)).toEqual([1n, 3n, 5n]);
  expect(await idsOf(2)).toEqual([2n, 7n]);
  await stack.sql`truncate indexer.takedown`;
});

it("refuses a version that is not indexed and a ledger with a hole", async () => {
  await expect(ledgerOf(stack.sql, 9n, 3)).rejects.toThrow("Model 9 has no version 3 in the index yet");
  await stack.sql`update worker.content set cid = '' where contribution = 3`;
  await expect(ledgerOf(stack.sql, 9n, 1)).rejects.toThrow("the text of contribution 3 is not there yet");
  const { cid } = await store.put(new TextEncoder().encode("text number 3"));
  await stack.sql`update worker.content set cid = ${cid}, root = '0xother' where contribution = 3`;
  await expect(ledgerOf(stack.sql, 9n, 1)).rejects.toThrow("the text of contribution 3 is not there yet");
  await stack.sql`update worker.content set root = ${`0x${"3".repeat(64)}`} where contribution = 3`;
});

it("builds a version's index once, also when asked twice at a time, and does not remember a failure", async () => {
  const lines: string[] = [];
  const ledgers = new ModelLedgers(stack.sql, settings(), (line) => lines.push(line));
  const [one, other] = await Promise.all([ledgers.get(9n, 1), ledgers.get(9n, 1)]);
  expect(other).toBe(one);
  expect((await one.attribute("text number 3")).result.limit).toBe(3);
  expect(one.root).toBe(ledgerRoot(one.items));
  expect(lines).toHaveLength(1);

  await expect(ledgers.get(9n, 7)).rejects.toThrow("no version 7");
  await stack.sql`insert into indexer.asset_version (asset_id, version, parents, block, log_index) values (9, 7, '{}', 60, 0)`;
  expect((await ledgers.get(9n, 7)).items.map(({ id }) => id)).toEqual([1n, 7n]);
  await ledgers.close();
});

it("writes a trace once, all of it or nothing", async () => {
  const receipt = `0x${"ab".repeat(32)}` as const;
  await stack.sql`insert into gateway.receipt (id, payer, model, version, provider, fee, question, answer, visibility, salt,
      request_hash, response_hash, prompt_tokens, completion_tokens, first_token_ms, total_ms, served_at)
    values (${receipt}, '0x00', 9, 1, 8, 10, '', '', 'public', '0x', '0x', '0x', 1, 1, 1, 1, 1)`;
  const hash = receipt;
  const trace: Trace = {
    ...{ receipt, method: "lona-1", params: { minWords: 4 }, bitsHash: hash, ledgerRoot: hash, ledgerSize: 3 },
    ...{ rows: [[0, 4, 5, 3, 0]], spans: [[0, 9, 3]], treasury: 1, coverageBps: 2, resultHash: hash, signature: "0x" },
    split: { provider: 2000, owner: 1500, contributors: 4500, stakers: 1000 },
    traceUs: 5,
    shares: [{ contribution: 3n, payee: "0xAB00000000000000000000000000000000000000", share: 999_999_999, amount: 4n }],
    payouts: [{ role: "protocol", payee: hash, amount: 2n ** 100n }],
  };
  const twice = { ...trace, payouts: [...trace.payouts, ...trace.payouts] };
  await expect(saveTrace(stack.sql, twice)).rejects.toThrow(/duplicate key/);
  const counts = async () =>
    (
      await stack.sql`select (select count(*)::int from worker.attribution) as attributions,
      (select count(*)::int from worker.share) as shares, (select count(*)::int from worker.payout) as payouts`
    )[0];
  expect(await counts()).toEqual({ attributions: 0, shares: 0, payouts: 0 });
  expect(await saveTrace(stack.sql, trace)).toBe(true);
  expect(await saveTrace(stack.sql, trace)).toBe(false);
  expect(await counts()).toEqual({ attributions: 1, shares: 1, payouts: 1 });
  const [share] = await stack.sql`select payee from worker.share`;
  expect(share!.payee).toBe("0xab00000000000000000000000000000000000000");
  const [payout] = await stack.sql`select amount from worker.payout`;
  expect(payout!.amount).toBe(2n ** 100n);
});
