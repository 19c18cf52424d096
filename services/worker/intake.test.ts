import { renameSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { contentHash, contributionRoot, tokenise } from "../../lib/attribution/index.ts";
import { admissibleTexts } from "../../lib/db/worker/contents.ts";
import { cidOf } from "../../lib/storage/cidOf.ts";
import { putDocument } from "../../lib/storage/documents.ts";
import { createFileStore, type Store } from "../../lib/storage/fileStore.ts";
import type { WorkerContext } from "./context.ts";
import { documents } from "./documents.ts";
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
  const tracing = { store: path.join(stack.directory, "store") };
  context = { sql: stack.sql, store, tracing } as WorkerContext;
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
    values (${id}, 2, ${CONTRIBUTOR}, 'revealed', ${root}, ${tokenise(text).length}, 1, ${uri})
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

it("waits for a text until most of the review period has passed, and then takes it in", async () => {
  const revealedAt = 1_800_000_000;
  let now = revealedAt;
  vi.useFakeTimers({ toFake: ["Date"] });
  try {
    const content = await reveal(1, "late", "a late text");
    await stack.sql`update indexer.contribution set revealed_at = ${revealedAt}`;
    const file = path.join(stack.directory, "store", content.slice(-2), content);
    renameSync(file, `${file}.away`);
    const run = intake(context, log, async () => now);
    for (let poll = 0; poll < 20; poll++) {
      expect(await run()).toBe(false);
      vi.setSystemTime(Date.now() + 60_000);
    }
    expect(await contents()).toEqual([]);
    expect(lines).toHaveLength(1); // it says once that it waits
    renameSync(`${file}.away`, file);
    expect(await run()).toBe(true);
    expect(await contents()).toEqual([{ contribution: 1n, title: "late", problem: null }]);

    await stack.sql`truncate worker.content`;
    renameSync(file, `${file}.away`);
    now = revealedAt + 2 * 86_400;
    expect(await intake(context, log, async () => now)()).toBe(true);
    expect((await contents())[0]).toMatchObject({ problem: expect.stringContaining("could not be fetched") });
  } finally {
    vi.useRealTimers();
  }
});

it("rests between looks for a missing text, and leaves the others no slower", async () => {
  const { uri } = await putDocument(
    { type: "contribution", title: "away", mediaType: "text/plain", content: cidOf(new Uint8Array([1])) },
    store,
  );
  await stack.sql`insert into indexer.contribution (id, datanet, contributor, status, root, words, items, uri)
    values (1, 2, ${CONTRIBUTOR}, 'accepted', '0x', 1, 1, ${uri})`;
  const get = vi.spyOn(store, "get");
  vi.useFakeTimers({ toFake: ["Date"] });
  try {
    const run = intake(context, log);
    await run();
    const looks = get.mock.calls.length;
    vi.setSystemTime(Date.now() + 499);
    await run();
    expect(get.mock.calls.length).toBe(looks);
    vi.setSystemTime(Date.now() + 1);
    await run();
    expect(get.mock.calls.length).toBeGreaterThan(looks);
  } finally {
    vi.useRealTimers();
    get.mockRestore();
  }
});

it("measures nothing against what was refused", async () => {
  await reveal(1, "first", "the same words in the same order, again and again and again");
  await intake(context, log)();
  await stack.sql`update worker.content set problem = 'It is refused.'`;
  expect(await admissibleTexts(stack.sql, 2n)).toEqual([]);
  await stack.sql`update worker.content set problem = null`;
  await stack.sql`update indexer.contribution set status = 'rejected'`;
  expect(await admissibleTexts(stack.sql, 2n)).toEqual([]);
});

it("gets past any number of documents that cannot be read, and rests from them for longer each time", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const { uri } = await putDocument({ type: "gateway", name: "last", contact: "c@example.org" }, store);
  await stack.sql`insert into indexer.asset_version (asset_id, version, uri)
    select n, 1, 'junk:' || n from generate_series(1, 150) as n union all select 200, 1, ${uri}`;
  const run = documents(context, log);
  expect(await run()).toBe(true);
  expect(await run()).toBe(false);
  expect(await stack.sql`select uri from worker.document`).toEqual([{ uri }]);
  await stack.sql`delete from indexer.asset_version where asset_id > 1`;
  const array = vi.spyOn(stack.sql, "array");
  const rests = async (seconds: number) => {
    vi.setSystemTime(Date.now() + seconds * 1000);
    await run();
    return array.mock.calls.at(-1)![0].includes("junk:1");
  };
  expect([await rests(14), await rests(1), await rests(29), await rests(1)]).toEqual([true, false, true, false]);
  array.mockRestore();
  vi.useRealTimers();
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
