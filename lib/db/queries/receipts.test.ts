import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type LocalStack, startLocalStack } from "../../../services/worker/testing/localStack.ts";
import { usesOf } from "./contributions.ts";
import { attributionOf, receiptById } from "./receiptDetail.ts";
import { askedBefore, listReceipts } from "./receipts.ts";

const secret = `0x${"a".repeat(64)}`;
const open = `0x${"b".repeat(64)}`;
let stack: LocalStack;

beforeAll(async () => {
  stack = await startLocalStack({ chain: false });
  const { sql } = stack;
  for (const [id, visibility, servedAt] of [
    [secret, "private", 2],
    [open, "public", 1],
  ] as const) {
    await sql`insert into gateway.receipt (id, payer, model, version, provider, fee, question, answer, visibility, salt,
        request_hash, response_hash, prompt_tokens, completion_tokens, first_token_ms, total_ms, served_at)
      values (${id}, '0xaa', 7, 1, 8, 5, ${`Why ${visibility}?`}, 'Because.', ${visibility}, '0x5a', '', '', 1, 1, 1, 1, ${servedAt})`;
    await sql`insert into worker.attribution (receipt, method, params, bits_hash, ledger_root, ledger_size, rows, spans, treasury,
        coverage_bps, result_hash, signature, split, trace_us)
      values (${id}, 'lona-1', '{}', '', '', 1, '[]', ${sql.json([[0, 7, 5]])}, 0, 9000, '', '', '{}', 1)`;
    await sql`insert into worker.share (receipt, contribution, payee, share, amount) values (${id}, 5, '0xbb', 1, 2)`;
  }
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

it("lists a private answer without its question, and finds it by no word of it", async () => {
  const { sql } = stack;
  const page = { limit: 9, offset: 0 };
  const { rows } = await listReceipts(sql, page, 10);
  expect(rows.map(({ id, question }) => [id, question])).toEqual([
    [secret, null],
    [open, "Why public?"],
  ]);
  const found = await listReceipts(sql, { ...page, search: "Why" }, 10);
  expect([found.total, found.rows.map(({ id }) => id)]).toEqual([1, [open]]);
  expect((await listReceipts(sql, { ...page, search: secret }, 10)).total).toBe(1);
});

it("shows no text of a private answer, nor where its phrases stand", async () => {
  const { sql } = stack;
  expect(await receiptById(sql, secret)).toMatchObject({ question: null, answer: null, salt: null });
  expect(await receiptById(sql, open)).toMatchObject({ question: "Why public?", answer: "Because.", salt: "0x5a" });
  expect((await attributionOf(sql, secret))!.spans).toEqual([]);
  expect((await attributionOf(sql, open))!.spans).toEqual([[0, 7, 5]]);
});

it("names no private question where answers are listed by contribution or by model", async () => {
  const uses = await usesOf(stack.sql, 5n, 9);
  expect(uses.map(({ question }) => question)).toEqual([null, "Why public?"]);
  expect(await askedBefore(stack.sql, 7n, 9)).toEqual(["Why public?"]);
});
