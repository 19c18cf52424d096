import { type Address, parseEther } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type LocalStack, startLocalStack } from "../../../services/worker/testing/localStack.ts";
import { accessTypedData, voucherTypedData } from "../../ledger/index.ts";
import { respond } from "../http/respond.ts";
import { gatewayWorld } from "../testing/gatewayWorld.ts";
import { authenticate } from "./authenticate.ts";
import { reserveCredit } from "./credit.ts";
import { postKey } from "./keys.ts";

const PLENTY = parseEther("100");
const DAY = 86_400n;
const ONE = parseEther("1");
const cost = (most: bigint) => ({ most, least: 1n });

let stack: LocalStack;
let world: Awaited<ReturnType<typeof gatewayWorld>>;
let payer: Awaited<ReturnType<typeof world.addPayer>>;
let now: bigint;
let accepts: boolean;
let expiries: Map<Address, bigint>;

beforeAll(async () => {
  stack = await startLocalStack({ chain: false });
  world = await gatewayWorld(stack);
  now = BigInt(await world.gateway.chain.time());
  world.gateway.chain.keyExpiry = async (_payer, key) => expiries.get(key) ?? 0n;
  world.gateway.chain.acceptsSignature = async () => accepts;
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});
beforeEach(async () => {
  [accepts, expiries] = [false, new Map()];
  payer = await world.addPayer(PLENTY, 0n);
});

/** Makes an API key with what `by` signs for the payer; a contract's signature is any. */
async function makeKey(by: ReturnType<typeof privateKeyToAccount> | null, limit = PLENTY): Promise<string> {
  const at = { chainId: 31337, escrow: world.gateway.deployment.contracts.escrow };
  const { gateway } = world.gateway.deployment;
  const issuedAt = Math.trunc(Date.now() / 1_000);
  const of = { payer: payer.address, gateway };
  const order = {
    ...{ label: "x", payer: payer.address, limit: limit.toString() },
    signature: by ? await by.signTypedData(voucherTypedData(at, { ...of, limit })) : "0x01",
    access: {
      issuedAt,
      signature: by ? await by.signTypedData(accessTypedData(at, { ...of, issuedAt: BigInt(issuedAt) })) : "0x01",
    },
  };
  const request = new Request("http://gateway/", { method: "POST", body: JSON.stringify(order) });
  const answer = await (await respond(() => postKey(world.gateway, request))).json();
  return answer.key ?? Promise.reject(Object.assign(new Error(answer.error.message), answer.error));
}

const reserve = (most = 1n) => reserveCredit(world.gateway, payer.address, cost(most));
const enter = (key: string) =>
  authenticate(world.gateway, new Request("http://gateway/", { headers: { authorization: `Bearer ${key}` } }));

describe("a session key's voucher", () => {
  it.each([
    ["is revoked", () => 0n],
    ["expires in less than two days", () => now + 2n * DAY],
  ])("is not spent on once the key %s, until another is signed", async (_what, expiry) => {
    const session = privateKeyToAccount(generatePrivateKey());
    expiries.set(session.address, now + 3n * DAY);
    await makeKey(session);
    await reserve();
    expiries.set(session.address, expiry());
    await expect(reserve()).rejects.toMatchObject({ status: 402, details: { code: "voucher_lapsed" } });
    await expect(reserve()).rejects.toThrow(`the session key ${session.address}, which signed the voucher,`);
    expiries.set(session.address, now + 2n * DAY + 1n);
    await reserve();
  });

  it("lets no API key outlive its session key", async () => {
    const session = privateKeyToAccount(generatePrivateKey());
    expiries.set(session.address, now + 3n * DAY);
    const key = await makeKey(session);
    const own = payer.key;
    expect((await enter(key)).payer).toBe(payer.address);
    for (const expiry of [0n, now]) {
      expiries.set(session.address, expiry);
      await expect(enter(key)).rejects.toMatchObject({ status: 401, details: { code: "invalid_api_key" } });
      await expect(enter(key)).rejects.toThrow("Extend it by setKey, or make a new API key");
      expect((await enter(own)).payer).toBe(payer.address);
    }
    expiries.set(session.address, now + 1n);
    expect((await enter(key)).payer).toBe(payer.address);
  });

  it("is asked about again where the signer was not kept", async () => {
    await stack.sql`update gateway.voucher set signer = null, spend_limit = ${String(PLENTY)}, signature = ${await payer.sign(PLENTY)}
      where payer = ${payer.payer}`;
    await reserve(PLENTY);
  });
});

describe("a contract's voucher", () => {
  it("is good for one OPEN that is unpaid, however much is prepaid and asked for at once", async () => {
    accepts = true;
    await makeKey(null);
    const ends = await Promise.allSettled(Array.from({ length: 8 }, () => reserve(ONE / 4n)));
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(4);
    await expect(reserve()).rejects.toMatchObject({ status: 402, details: { code: "too_much_unpaid" } });
    await stack.sql`delete from gateway.reservation where payer = ${payer.payer}`;
    world.accounts.set(payer.address, { balance: PLENTY - ONE * 7n, spent: ONE * 7n, thawing: 0n });
    await reserve(ONE); // what was drawn is paid
    await expect(reserve()).rejects.toThrow("wait until fees are collected after midnight UTC");
  });

  it("is good for no more than is prepaid", async () => {
    payer = await world.addPayer(ONE / 2n, 0n);
    accepts = true;
    await makeKey(null);
    await expect(reserve(ONE / 2n + 1n)).rejects.toMatchObject({ details: { code: "insufficient_credit" } });
    await reserve(ONE / 2n);
  });

  it("is not spent on once the contract says no", async () => {
    accepts = true;
    await makeKey(null);
    await reserve();
    accepts = false;
    await expect(reserve()).rejects.toMatchObject({ status: 402, details: { code: "voucher_lapsed" } });
  });

  it("does not take the place of a key's while more is unpaid", async () => {
    await stack.sql`update gateway.voucher set spend_limit = ${String(PLENTY)}, signature = ${await payer.sign(PLENTY)}
      where payer = ${payer.payer}`;
    await reserve(ONE + 1n);
    accepts = true;
    await expect(makeKey(null, PLENTY + 1n)).rejects.toMatchObject({ code: "too_much_unpaid" });
    await stack.sql`delete from gateway.reservation where payer = ${payer.payer}`;
    await makeKey(null, PLENTY + 1n);
  });
});
