import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type LocalStack, startLocalStack } from "../../../services/worker/testing/localStack.ts";
import { insertKey, keyBySecret, revokeKey } from "./keys.ts";

let stack: LocalStack;
beforeAll(async () => {
  stack = await startLocalStack({ chain: false });
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

it("counts live keys only: a revoked one makes room for another", async () => {
  const make = (secretHash: string) => insertKey(stack.sql, { payer: "0x1", signer: null, label: "x", secretHash }, 2);
  const first = (await make("a"))!;
  expect(await make("b")).not.toBeNull();
  expect(await make("c")).toBeNull();
  await revokeKey(stack.sql, first.id);
  expect(await make("c")).not.toBeNull();
  expect(await make("d")).toBeNull();
  expect([await keyBySecret(stack.sql, "a"), (await keyBySecret(stack.sql, "c"))!.payer]).toEqual([null, "0x1"]);
});
