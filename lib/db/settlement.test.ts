import { keccak256, toHex } from "viem";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type LocalStack, startLocalStack } from "../../services/worker/testing/localStack.ts";
import { assignReceipts, awaitedTraces, dueReceipts, replaceAssignments, unassignReceipts } from "./settlement.ts";

let stack: LocalStack;
beforeAll(async () => {
  stack = await startLocalStack({ chain: false });
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

const idOf = (n: number) => keccak256(toHex(`receipt ${n}`));
const serve = (n: number) => stack.sql`
  insert into gateway.receipt (id, payer, model, version, provider, fee, question, answer, visibility, salt,
    request_hash, response_hash, prompt_tokens, completion_tokens, first_token_ms, total_ms, served_at)
  values (${idOf(n)}, '0x', 9, 1, 8, ${n}, '', '', 'public', '', '', '', 1, 1, 1, 1, ${n})`;
const attribute = (n: number) => stack.sql`
  insert into worker.attribution (receipt, method, params, bits_hash, ledger_root, ledger_size, rows, spans,
    treasury, coverage_bps, result_hash, signature, split, trace_us)
  values (${idOf(n)}, '', '{}', '', '', 0, '[]', '[]', 0, 0, '', '', '{}', 1)`;
const due = async () => (await dueReceipts(stack.sql, 10)).map(({ fee }) => Number(fee));

it("lists what is attributed, served before, and in no epoch, whatever way it got in or out of one", async () => {
  for (const n of [1, 2, 3, 4, 10]) await serve(n);
  for (const n of [1, 2, 3, 10]) await attribute(n);
  expect(await due()).toEqual([1, 2, 3]);
  await assignReceipts(stack.sql, 1, [idOf(1), idOf(2)]);
  expect(await due()).toEqual([3]);
  await unassignReceipts(stack.sql, 1, [idOf(2)]);
  expect(await due()).toEqual([2, 3]);
  await replaceAssignments(stack.sql, 1, [idOf(3), idOf(4)]);
  expect(await due()).toEqual([1, 2]);
  await attribute(4); // its epoch was known before
  expect(await due()).toEqual([1, 2]);
});

it("waits for the attributions of receipts served before, for a minute each", async () => {
  const before = await awaitedTraces(stack.sql, 10);
  for (const n of [5, 6, 11]) await serve(n);
  expect(await awaitedTraces(stack.sql, 10)).toBe(before + 2);
  await stack.sql`update gateway.receipt set created_at = now() - interval '61 seconds' where id = ${idOf(5)}`;
  expect(await awaitedTraces(stack.sql, 10)).toBe(before + 1);
  await attribute(6);
  expect(await awaitedTraces(stack.sql, 10)).toBe(before);
});
