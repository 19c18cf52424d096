import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { exclusively } from "./exclusively.ts";
import { type LocalStack, startLocalStack } from "./testing/localStack.ts";

let stack: LocalStack;
beforeAll(async () => {
  stack = await startLocalStack({ chain: false });
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

const never = () => expect.unreachable("the lock was not lost");

/** Work that runs until it is told to end. */
function underWay(name: string, onLost: (name: string) => void = never) {
  let end = () => {};
  const started = Promise.withResolvers<void>();
  const done = exclusively(
    stack.sql,
    name,
    () => {
      started.resolve();
      return new Promise<boolean>((resolve) => {
        end = () => resolve(true);
      });
    },
    onLost,
  );
  return { started: started.promise, done, end: () => end() };
}

it("runs one work of a name at a time, and another name's beside it", async () => {
  const first = underWay("a");
  await first.started;
  const work = vi.fn(async () => true);
  expect(await exclusively(stack.sql, "a", work, never)).toBe(false);
  expect(work).not.toHaveBeenCalled();
  expect(await exclusively(stack.sql, "b", work, never)).toBe(true);
  first.end();
  expect(await first.done).toBe(true);
  expect(await exclusively(stack.sql, "a", work, never)).toBe(true);
});

it("frees the lock when the work fails", async () => {
  await expect(exclusively(stack.sql, "c", () => Promise.reject(new Error("no")), never)).rejects.toThrow("no");
  expect(await exclusively(stack.sql, "c", async () => true, never)).toBe(true);
});

it("does not take a failed look at the lock for its loss", async () => {
  let failures = 0;
  const failsFirst = (...args: Parameters<typeof stack.sql>) => {
    if (failures++ < 2) return Promise.reject(new Error("CONNECT_TIMEOUT"));
    return stack.sql(...args);
  };
  const shaky = Object.assign(failsFirst, { reserve: () => stack.sql.reserve() }) as unknown as typeof stack.sql;
  const looked = async () => {
    await expect.poll(() => failures).toBeGreaterThan(2);
    return true;
  };
  expect(await exclusively(shaky, "e", looked, never)).toBe(true);
  expect(await exclusively(stack.sql, "e", async () => true, never)).toBe(true); // it was unlocked
});

it("tells when the connection that holds the lock dies under the work", async () => {
  const lost = Promise.withResolvers<string>();
  const work = underWay("d", lost.resolve);
  await work.started;
  // It waits until the connection has ended: until then its lock is held.
  await stack.sql`
    select pg_terminate_backend(pid, 120_000) from pg_locks
    where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`;
  const next = exclusively(stack.sql, "d", async () => true, never);
  expect(await lost.promise).toBe("d");
  work.end();
  expect(await work.done).toBe(true);
  expect(await next).toBe(true);
});

it("has the answer of a look under way before it gives the lock back: the end of the work is no loss", async () => {
  const order: string[] = [];
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  type Query = Parameters<typeof stack.sql>;
  const slow = async (...query: Query) => {
    asked.resolve();
    await answer.promise;
    order.push("answer");
    return stack.sql(...query);
  };
  const reserve = async () => {
    const connection = await stack.sql.reserve();
    const watched = (...query: Query) => {
      if (String(query[0]).includes("unlock")) order.push("unlock");
      return connection(...query);
    };
    return Object.assign(watched, { release: () => connection.release() });
  };
  const sql = Object.assign(slow, { reserve }) as unknown as typeof stack.sql;
  const done = exclusively(sql, "e", () => asked.promise.then(() => true), never);
  await asked.promise;
  await new Promise(setImmediate);
  answer.resolve();
  expect(await done).toBe(true);
  expect(order[0]).toBe("answer");
  expect(order.at(-1)).toBe("unlock");
});
