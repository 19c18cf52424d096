import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type LocalStack, startLocalStack } from "../../../services/worker/testing/localStack.ts";
import { listEpochs } from "./epochRows.ts";
import { epochState, feesOfEpoch, feesPerEpoch } from "./epochs.ts";

let stack: LocalStack;

beforeAll(async () => {
  stack = await startLocalStack({ chain: false });
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

it("gives an emission to the epoch whose seal it came before, also within one second or one block", async () => {
  const { sql } = stack;
  const at = 1_000; // all in the same second
  for (const [id, block, log] of [
    [1, 10, 4],
    [2, 10, 9],
    [3, 11, 0],
  ])
    await sql`insert into indexer.epoch (id, state, sealed_at, seal_block, seal_log_index)
      values (${id!}, 'sealed', ${at}, ${block!}, ${log!})`;
  const fundings = [
    [1, 1, 3, 5], // source, wei, block, log
    [1, 10, 10, 3],
    [1, 100, 10, 5],
    [0, 7, 10, 6], // fees are no emission
    [1, 1_000, 10, 8],
    [1, 10_000, 10, 10],
    [1, 100_000, 11, 1], // waits for the next seal
  ];
  for (const [i, [source, amount, block, log]] of fundings.entries())
    await sql`insert into indexer.funding (id, source, amount, at, block, log_index)
      values (${String(i)}, ${source!}, ${amount!}, ${at}, ${block!}, ${log!})`;
  const emissions = (await feesPerEpoch(sql, at)).map((row) => [row.epoch, row.emissions]);
  expect(emissions).toEqual([
    [1, 11n],
    [2, 1_100n],
    [3, 10_000n],
  ]);
  expect([(await feesOfEpoch(sql, 2n, at))?.emissions, await feesOfEpoch(sql, 4n, at)]).toEqual([1_100n, null]);
});

it("shows what waits for a seal as one open row, assigned to an epoch or not", async () => {
  const { sql } = stack;
  for (const [i, fee] of [1, 10, 100].entries())
    await sql`insert into gateway.receipt (id, payer, model, version, provider, fee, question, answer, visibility, salt,
      request_hash, response_hash, prompt_tokens, completion_tokens, first_token_ms, total_ms, served_at)
      values (${String(i)}, '0x', 7, 1, 8, ${fee}, '', '', 'public', '0x', '0x', '0x', 1, 1, 1, 1, 1)`;
  await sql`insert into worker.epoch_receipt (receipt, epoch) values ('0', 3), ('1', 4)`;
  const rows = await feesPerEpoch(sql, 1_000, 7n);
  expect(rows.filter(({ fees }) => fees > 0n).map(({ epoch, state, fees }) => [epoch, state, fees])).toEqual([
    [3, "sealed", 1n],
    [null, "open", 110n],
  ]);
});

it("accepts an epoch at the very second its window closes, and no disputed one", () => {
  expect(
    ["posted", "posted", "disputed", "rejected", "sealed"].map((state, i) => epochState(state, 100, 99 + i)),
  ).toEqual(["window", "accepted", "disputed", "rejected", "sealed"]);
});

it("distributes a rejected epoch's money once: in the next one that stands", async () => {
  const { sql } = stack;
  await sql`delete from indexer.epoch`;
  for (const [id, state, total] of [
    [1, "posted", 100],
    [2, "rejected", 150],
    [3, "rejected", 170],
    [4, "posted", 200],
    [5, "sealed", 260],
  ] as const)
    await sql`insert into indexer.epoch (id, state, sealed_total, seal_block, seal_log_index) values (${id}, ${state}, ${total}, ${id}, 0)`;
  const { rows } = await listEpochs(sql, { limit: 4, offset: 0 });
  expect(rows.map(({ id, added }) => [id, added])).toEqual([
    [5n, 60n],
    [4n, 100n],
    [3n, 70n],
    [2n, 50n],
  ]);
});
