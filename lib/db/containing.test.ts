import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type LocalStack, startLocalStack } from "../../services/worker/testing/localStack.ts";
import { assetKind } from "../chain/assetKind.ts";
import { listContributions } from "./queries/contributions.ts";
import { listDatanets } from "./queries/datanets.ts";
import { listModels } from "./queries/models.ts";
import { listReceipts } from "./queries/receipts.ts";

const texts = ["a_b", "axb", "5 % off", "5 cm off", "c\\d", "cd"];
let stack: LocalStack;

beforeAll(async () => {
  stack = await startLocalStack({ chain: false });
  const { sql } = stack;
  for (const [i, text] of texts.entries()) {
    for (const [kind, id] of [
      [assetKind.datanet, 10 + i],
      [assetKind.model, 20 + i],
    ] as const)
      await sql`insert into indexer.asset (id, kind, owner, version, uri, registered_at) values (${id}, ${kind}, '0x', 1, ${text}, 1)`;
    await sql`insert into worker.document (uri, body) values (${text}, ${sql.json({ name: text })})`;
    await sql`insert into indexer.contribution (id, datanet, contributor, status, words, uri, root, committed_at)
      values (${30 + i}, 10, '0x', 'accepted', 1, ${text}, '0x', 1)`;
    await sql`insert into worker.content (contribution, uri, root, title, media_type, cid, bytes, words, contained_bps)
      values (${30 + i}, ${text}, '0x', ${text}, 'text/plain', 'c', 1, 1, 0)`;
    await sql`insert into gateway.receipt (id, payer, model, version, provider, fee, question, answer, visibility, salt,
        request_hash, response_hash, prompt_tokens, completion_tokens, first_token_ms, total_ms, served_at)
      values (${`0x${i}`}, '0x', 20, 1, 8, 5, ${text}, '', 'public', '', '', '', 1, 1, 1, 1, 1)`;
  }
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

it.each([
  ["a_b", ["a_b"]],
  ["5 %", ["5 % off"]],
  ["%", ["5 % off"]],
  ["_", ["a_b"]],
  ["\\", ["c\\d"]],
  ["OFF", ["5 % off", "5 cm off"]],
])("finds by %j only what contains it, in every list", async (search, found) => {
  const { sql } = stack;
  const page = { search, limit: 9, offset: 0 };
  const names = (rows: { name: string | null }[]) => rows.map(({ name }) => name).sort();
  expect(names(await listDatanets(sql, { search }))).toEqual(found);
  expect(names(await listModels(sql, { search }))).toEqual(found);
  expect((await listContributions(sql, page)).rows.map(({ title }) => title).sort()).toEqual(found);
  expect((await listReceipts(sql, page, 10)).rows.map(({ question }) => question).sort()).toEqual(found);
});
