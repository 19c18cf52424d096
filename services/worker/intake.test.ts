import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { contentHash, contributionRoot } from "../../lib/attribution/index.ts";
import { admissibleTexts } from "../../lib/db/worker/contents.ts";
import { putDocument } from "../../lib/storage/documents.ts";
import { createFileStore, type Store } from "../../lib/storage/fileStore.ts";
import type { WorkerContext } from "./context.ts";
import { documents } from "./documents.ts";
import { countWords } from "./intake/checkContribution.ts";
import { intake } from "./intake.ts";
import { type LocalStack, startLocalStack } from "./testing/localStack.ts";

const CONTRIBUTOR = `0x${"11".repeat(20)}` as const;

let stack: LocalStack;
let store: Store;
let context: WorkerContext;
let lines: string[];
const log = (line: string) => lines.push(line);

beforeAll(async () => {
  stack = await startLocalStack({ chain: false });
  store = createFileStore(path.join(stack.directory, "store"));
  context = { sql: stack.sql, store } as WorkerContext;
  // A document whose title or name is "bad" gets past every check of ours, but not into the database.
  await stack.sql.unsafe(`
    create function worker.refuse() returns trigger language plpgsql as $$ begin
      raise exception 'unsupported Unicode escape sequence' using errcode = '22P05'; end $$;
    create trigger refuse before insert on worker.document for each row
      when ('bad' in (new.body->>'title', new.body->>'name')) execute function worker.refuse()`);
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});
beforeEach(async () => {
  lines = [];
  await stack.sql`truncate indexer.contribution, indexer.asset_version, worker.content, worker.document`;
});

/** As the indexer would show it; an id that is known gets another contribution, as after a reorg. */
async function reveal(id: number, title: string, text: string) {
  const { cid: content } = await store.put(new TextEncoder().encode(text));
  const { uri } = await putDocument({ type: "contribution", title, mediaType: "text/plain", content }, store);
  const root = contributionRoot([contentHash(text)], CONTRIBUTOR);
  await stack.sql`
    insert into indexer.contribution (id, datanet, contributor, status, root, words, items, uri)
    values (${id}, 2, ${CONTRIBUTOR}, 'revealed', ${root}, ${countWords(text)}, 1, ${uri})
    on conflict (id) do update set root = excluded.root, words = excluded.words, uri = excluded.uri`;
  return content;
}

const contents = () => stack.sql`select contribution, title, problem from worker.content order by contribution`;

it("takes in the others when the database refuses one", async () => {
  await reveal(1, "bad", "one text");
  await reveal(2, "good", "another text");
  const run = intake(context, log);
  expect(await run()).toBe(true);
  expect(await contents()).toEqual([
    { contribution: 1n, title: "", problem: "Its document is malformed: the database refuses it." },
    { contribution: 2n, title: "good", problem: null },
  ]);
  expect(lines).toContain("contribution 1: Its document is malformed: the database refuses it.");
  expect(await run()).toBe(false);
});

it("reads a contribution anew when its id is another's after a reorg", async () => {
  await reveal(1, "before", "one text");
  const run = intake(context, log);
  await run();
  const content = await reveal(1, "after", "another text");
  expect(await admissibleTexts(stack.sql, 2n)).toEqual([]);
  expect(await run()).toBe(true);
  expect(await contents()).toEqual([{ contribution: 1n, title: "after", problem: null }]);
  expect(await admissibleTexts(stack.sql, 2n)).toEqual([{ id: 1n, cid: content }]);
  expect(await run()).toBe(false);
});

it("mirrors the other documents when the database refuses one, and says so once", async () => {
  const contact = "c@example.org";
  const bad = await putDocument({ type: "gateway", name: "bad", contact }, store);
  const good = await putDocument({ type: "gateway", name: "good", contact }, store);
  for (const [id, { uri }] of [bad, good].entries()) {
    await stack.sql`insert into indexer.asset_version (asset_id, version, uri) values (${id}, 1, ${uri})`;
  }
  const run = documents(context, log);
  await run();
  await run();
  expect(await stack.sql`select uri from worker.document`).toEqual([{ uri: good.uri }]);
  expect(lines).toEqual(["skips a document: unsupported Unicode escape sequence", "mirrored 1 documents"]);
});
