import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type LocalStack, startLocalStack } from "../../services/worker/testing/localStack.ts";
import { contributionById } from "./queries/contributions.ts";
import { datanetById } from "./queries/datanets.ts";
import { sharesOf, spanSources } from "./queries/receiptDetail.ts";
import { decisionsOfDatanet } from "./queries/reviews.ts";

let stack: LocalStack;

beforeAll(async () => {
  stack = await startLocalStack({ chain: false });
  const { sql } = stack;
  await sql`insert into indexer.asset (id, kind, owner, version, uri) values (2, 0, '0x', 1, 'd')`;
  await sql`insert into indexer.contribution (id, datanet, contributor, status, words, uri, root, committed_at)
    values (5, 2, '0xaa', 'accepted', 10, 'ipfs://new', '0x02', 1)`;
  await sql`insert into indexer.review (contribution, validator, accept, score, reason_hash, at)
    values (5, 6, true, 9000, '0x', 1)`;
  await sql`insert into gateway.receipt (id, payer, model, version, provider, fee, question, answer, visibility, salt,
      request_hash, response_hash, prompt_tokens, completion_tokens, first_token_ms, total_ms, served_at)
    values ('0x1', '0x', 7, 1, 8, 5, '', '', 'public', '', '', '', 1, 1, 1, 1, 1)`;
  await sql`insert into worker.share (receipt, contribution, payee, share, amount) values ('0x1', 5, '0xaa', 1, 2)`;
  await sql`insert into worker.content (contribution, uri, root, title, media_type, cid, bytes, words, contained_bps)
    values (5, '', '', 'What was read', 'text/plain', 'cid', 1, 10, 4000)`;
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

/** What each page says of the contribution's text. */
async function shown() {
  const { sql } = stack;
  const one = await contributionById(sql, 5n);
  const { rows } = await decisionsOfDatanet(sql, 2n, { limit: 9, offset: 0 });
  return {
    title: one?.title,
    cid: one?.cid,
    noveltyBps: one?.noveltyBps,
    ofDatanet: (await datanetById(sql, 2n))?.noveltyBps,
    share: (await sharesOf(sql, "0x1"))[0]?.title,
    span: (await spanSources(sql, [5]))[0]?.title,
    decision: rows[0]?.title,
  };
}

it.each([
  ["URI", { uri: "ipfs://old", root: "0x02" }],
  ["root", { uri: "ipfs://new", root: "0x01" }],
])("shows nothing of a text read under another %s, which a reorganisation took the id from", async (_, origin) => {
  await stack.sql`update worker.content set ${stack.sql(origin)}`;
  const nothing = { title: null, cid: null, noveltyBps: null };
  expect(await shown()).toEqual({ ...nothing, ofDatanet: null, share: null, span: null, decision: null });
});

it("shows what was read of the contribution itself", async () => {
  await stack.sql`update worker.content set uri = 'ipfs://new', root = '0x02'`;
  const title = "What was read";
  const read = { title, cid: "cid", noveltyBps: 6_000 };
  expect(await shown()).toEqual({ ...read, ofDatanet: 6_000, share: title, span: title, decision: title });
});
