import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { ledgerRoot } from "../../lib/attribution/index.ts";
import { orderTraining, trainingById } from "../../lib/db/gateway/trainings.ts";
import { type LedgerItem, ledgerOf, ledgerToCome, NotReadyError } from "../../lib/db/ledgers.ts";
import { getTraining } from "../../lib/gateway/data/trainings.ts";
import type { Gateway } from "../../lib/gateway/Gateway.ts";
import { trainingId } from "../../lib/influence/index.ts";
import type { ClassifierPart } from "../../lib/storage/documentSchemas.ts";
import { createFileStore, type Store } from "../../lib/storage/fileStore.ts";
import { type LocalStack, startLocalStack } from "./testing/localStack.ts";
import { ModelClassifiers } from "./trace/ModelClassifiers.ts";
import { runTraining, TrainingDiedError } from "./train/runTraining.ts";
import { Trainer } from "./train/Trainer.ts";
import { train } from "./train.ts";

let stack: LocalStack;
let store: Store;
const spec = (penalty: number) => ({ labels: { odd: ["odd*"], even: ["even*"] }, dimensions: 64, penalty });
const died = async () => {
  throw new TrainingDiedError("the training took longer than 300 seconds");
};
const quiet = () => {};
const rooted = (items: LedgerItem[]) => ({ items, root: ledgerRoot(items) });

// Datanet 2 has all texts, datanet 3 one that nobody has read; model 9 is over datanet 2.
beforeAll(async () => {
  stack = await startLocalStack({ chain: false });
  store = createFileStore(path.join(stack.directory, "store"));
  const { sql } = stack;
  await sql`insert into indexer.asset (id, kind) values (1, 0), (2, 0), (3, 0), (9, 1)`;
  for (const [id, parents, block] of [[2, [], 20] as const, [3, [], 20] as const, [9, [2], 30] as const]) {
    await sql`insert into indexer.asset_version (asset_id, version, parents, block, log_index)
      values (${id}, 1, ${sql.array(parents.map(String))}::numeric[], ${block}, 0)`;
  }
  for (const id of [1, 2, 3, 4, 5]) {
    const { cid } = await store.put(
      new TextEncoder().encode(`${id % 2 ? "ships and nets" : "wheat and barley"} ${id}`),
    );
    const [root, uri] = [`0x${String(id).repeat(64)}`, `ipfs://${id}`];
    await sql`insert into indexer.contribution (id, datanet, contributor, status, root, uri, finalized_block, finalized_log_index)
      values (${id}, ${id === 5 ? 3 : 2}, '0x00', 'accepted', ${root}, ${uri}, ${id}, 0)`;
    if (id === 5) continue;
    const title = `${id % 2 ? "odd" : "even"} ${id}`;
    await sql`insert into worker.content values (${id}, ${title}, 'text/plain', ${cid}, 1, 1, 0, null, ${uri}, ${root})`;
  }
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});
beforeEach(() => stack.sql`truncate gateway.training, worker.training`);

async function order(penalty: number) {
  const id = trainingId(ledgerRoot(await ledgerToCome(stack.sql, [2n])), spec(penalty));
  await orderTraining(stack.sql, id, [2n], JSON.stringify(spec(penalty)));
  return id;
}

it("fails what dies twice, and does the orders after it and after one that cannot begin", async () => {
  for (let i = 0; i < 10; i++) {
    await orderTraining(stack.sql, `0x${String(i).repeat(64)}`, [3n], JSON.stringify(spec(1)));
  }
  const [deadly, good] = [await order(1), await order(2)];
  let deaths = 0;
  const trainer = new Trainer(stack.sql, store, quiet, undefined, (...[ledger, asked, onStage, options]) => {
    if (asked.penalty !== 1) return runTraining(ledger, asked, onStage, options);
    deaths++;
    return died();
  });
  const run = train(stack, trainer, quiet);
  await run();
  await run();
  expect(await trainingById(stack.sql, deadly)).toMatchObject({
    ...{ state: "failed", problem: expect.stringMatching(/longer than 300 seconds, 2 times: narrow/) },
  });
  expect(await trainingById(stack.sql, good)).toMatchObject({ state: "done", cid: expect.any(String) });
  await run();
  expect(deaths).toBe(2);
});

it("gives up a model's receipt at once while its classifier is trained, whatever an order of the same came to", async () => {
  const ledger = rooted(await ledgerOf(stack.sql, 9n, 1));
  const published = { ...spec(3), weights: { keccak: "0x00" } } as unknown as ClassifierPart;
  await new Trainer(stack.sql, store, quiet, undefined, died).train(ledger, spec(3));
  const gate = Promise.withResolvers<void>();
  const trainer = new Trainer(stack.sql, store, quiet, undefined, async (...asked) => {
    await gate.promise;
    return runTraining(...asked);
  });
  const classifiers = new ModelClassifiers(stack.sql, store, trainer, quiet);
  for (let i = 0; i < 2; i++) {
    await expect(classifiers.get(9n, 1, published)).rejects.toThrow(NotReadyError);
  }
  gate.resolve();
  await expect
    .poll(() => classifiers.get(9n, 1, published))
    .toMatchObject({ root: ledger.root, weights: "0x00", classifier: null });
  const outcome = await trainer.done(ledger, spec(3));
  const weights = outcome!.state === "done" ? outcome!.weights : null;
  const honest = new ModelClassifiers(stack.sql, store, trainer, quiet);
  expect((await honest.get(9n, 1, { ...published, weights: weights! })).classifier).not.toBeNull();
});

it("ends a training when it takes too long, and when the worker stops", async () => {
  const long = Array.from({ length: 400 }, (_, i) => {
    const text = Array.from({ length: 2000 }, (_, k) => `w${(i * 7919 + k * k * 31) % 50_021}`).join(" ");
    return { id: BigInt(i), contributor: "0x0", title: i % 2 ? "odd" : "even", text };
  });
  const asked = { ...spec(1), dimensions: 1024 };
  await expect(runTraining(long, asked, quiet, { mostMs: 1 })).rejects.toThrow(TrainingDiedError);
  const stop = new AbortController();
  const running = runTraining(long, asked, () => stop.abort(), { signal: stop.signal });
  await expect(running).rejects.toThrow(stop.signal.reason);
});

it("shows a finished training while a new text of its datanet is unread: not as current", async () => {
  const id = await order(4);
  await new Trainer(stack.sql, store, quiet).train(rooted(await ledgerToCome(stack.sql, [2n])), spec(4));
  const { sql } = stack;
  await sql`insert into indexer.contribution (id, datanet, contributor, status, root, uri, finalized_block, finalized_log_index)
    values (6, 2, '0x00', 'accepted', ${`0x${"6".repeat(64)}`}, 'ipfs://6', 6, 0)`;
  const response = await getTraining({ sql } as Gateway, id);
  expect(await response.json()).toMatchObject({ id, state: "done", isCurrent: false });
});
