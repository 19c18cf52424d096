import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type LocalStack, startLocalStack } from "../../../services/worker/testing/localStack.ts";
import { earningsPages } from "./contributors.ts";

const account = `0x${"ab".repeat(20)}`;
let stack: LocalStack;

beforeAll(async () => {
  stack = await startLocalStack({ chain: false });
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

it("gives every earning once, oldest first, however many pages they fill and whatever they share", async () => {
  const { sql } = stack;
  const earned: [servedAt: number, receipt: string, contribution: number][] = [];
  // Receipts of one second, and contributions of one receipt, stand on both sides of a page's end.
  for (const [receipt, servedAt] of [
    ["0xc", 1],
    ["0xa", 2],
    ["0xb", 2],
  ] as const) {
    await sql`insert into gateway.receipt (id, payer, model, version, provider, fee, question, answer, visibility, salt,
        request_hash, response_hash, prompt_tokens, completion_tokens, first_token_ms, total_ms, served_at)
      values (${receipt}, '0x', 7, 1, 8, 5, '', '', 'public', '', '', '', 1, 1, 1, 1, ${servedAt})`;
    for (const contribution of [9, 10, 11]) {
      await sql`insert into worker.share (receipt, contribution, payee, share, amount)
        values (${receipt}, ${contribution}, ${account}, 1, 2)`;
      earned.push([servedAt, receipt, contribution]);
    }
  }
  for (const size of [1, 2, 3, 4, 9, 10]) {
    const lines = [];
    for await (const page of earningsPages(sql, account.toUpperCase().replace("X", "x"), size)) lines.push(...page);
    const found = lines.map(({ servedAt, receipt, contribution }) => [servedAt, receipt, Number(contribution)]);
    expect(found, `pages of ${size}`).toEqual(earned);
  }
});
