import { parseEther } from "viem";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type LocalStack, startLocalStack } from "../../../services/worker/testing/localStack.ts";
import { respond } from "../http/respond.ts";
import { gatewayWorld } from "../testing/gatewayWorld.ts";
import { authenticate } from "./authenticate.ts";
import { deleteCurrentKey, getCurrentKey, postKey } from "./keys.ts";

let stack: LocalStack;
let world: Awaited<ReturnType<typeof gatewayWorld>>;
const PLENTY = parseEther("100");

beforeAll(async () => {
  stack = await startLocalStack({ chain: false });
  world = await gatewayWorld(stack);
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

const request = (body?: BodyInit, key?: string) =>
  new Request("http://gateway/", {
    ...(body !== undefined && { method: "POST", body }),
    headers: key ? { authorization: `Bearer ${key}` } : {},
  });

it("are never more than fifty, however many are asked for at once", async () => {
  const payer = await world.addPayer(PLENTY, 0n); // has one
  const body = JSON.stringify({ label: "x", ...(await payer.payment(7n)) });
  const made = await Promise.all(
    Array.from({ length: 60 }, () => respond(() => postKey(world.gateway, request(body)))),
  );
  const statuses = made.map(({ status }) => status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(49);
  expect(statuses.filter((status) => status === 409)).toHaveLength(11);
});

it("are given to the payer of a signed voucher, tell what they can spend, and end when revoked", async () => {
  const { gateway } = world;
  const payer = await world.addPayer(PLENTY, 0n);
  const order = { label: "Laptop", ...(await payer.payment(7n)) };
  const made = await respond(() => postKey(gateway, request(JSON.stringify(order))));
  expect(made.status).toBe(201);
  const { key, ...rest } = await made.json();
  expect(rest).toMatchObject({ payer: payer.address, label: "Laptop", limit: "7" });
  const [row] = await stack.sql`select secret_hash from gateway.api_key where id = ${rest.id}`;
  expect(row!.secretHash).not.toContain(key.slice(3));

  const current = await (await getCurrentKey(gateway, request(undefined, key))).json();
  expect(current).toMatchObject({ id: rest.id, label: "Laptop", credit: { limit: "7", available: "7" } });
  expect(await (await deleteCurrentKey(gateway, request(undefined, key))).json()).toEqual({
    id: rest.id,
    revoked: true,
  });
  expect((await respond(() => getCurrentKey(gateway, request(undefined, key)))).status).toBe(401);
  await expect(authenticate(gateway, request(undefined, key))).rejects.toMatchObject({ status: 401 });
});

it.each([
  ["label", { label: "" }],
  ["label", { label: "two\nlines" }],
  ["limit", { limit: 5 }],
  ["limit", { limit: (2n ** 128n).toString() }],
  ["limit", { limit: "-1" }],
  ["payer", { payer: "0x12" }],
  ["signature", { signature: "0xzz" }],
  ["access", { access: "0x12" }],
  ["access.issuedAt", { access: { issuedAt: "yesterday", signature: "0x12" } }],
  ["access.signature", { access: { issuedAt: 1, signature: "" } }],
])("are refused for a bad %s: %o", async (param, changes) => {
  const order = { payer: `0x${"1".repeat(40)}`, label: "x", limit: "1", signature: "0x12", ...changes };
  const response = await respond(() => postKey(world.gateway, request(JSON.stringify(order))));
  expect([response.status, (await response.json()).error.param]).toEqual([400, param]);
});

it("are refused for a signature that is another's", async () => {
  const [one, other] = [await world.addPayer(0n), await world.addPayer(0n)];
  const order = { label: "x", ...(await one.payment(5n)), signature: await other.sign(5n) };
  const response = await respond(() => postKey(world.gateway, request(JSON.stringify(order))));
  expect([response.status, (await response.json()).error]).toMatchObject([
    401,
    { code: "invalid_signature", param: "signature" },
  ]);
});

it("are refused to whoever read the voucher in a collecting transaction, even when the table of vouchers is lost", async () => {
  const [payer, thief] = [await world.addPayer(PLENTY, 0n), await world.addPayer(0n)];
  const post = async (changes: object) => {
    const order = { label: "x", ...(await payer.payment(7n)), ...changes };
    const response = await respond(() => postKey(world.gateway, request(JSON.stringify(order))));
    return [response.status, (await response.json()).error?.code];
  };
  const steal = async () => [
    await post({ access: undefined }),
    await post({ access: await thief.access() }),
    await post({ access: { ...(await thief.access()), signature: await payer.sign(7n) } }),
  ];
  const refused = [
    [401, "missing_access"],
    [401, "invalid_signature"],
    [401, "invalid_signature"],
  ];
  expect((await post({}))[0]).toBe(201);
  expect(await steal()).toEqual(refused); // the collect is pending: nothing is drawn yet
  world.accounts.set(payer.address, { balance: PLENTY - 3n, spent: 3n, thawing: 0n });
  expect(await steal()).toEqual(refused);
  await stack.sql`delete from gateway.voucher where payer = ${payer.payer}`;
  expect(await steal()).toEqual(refused);
  expect((await post({}))[0]).toBe(201); // the payer goes on with the same voucher
});
