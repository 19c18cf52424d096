import type { Address, Hex } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Deployment } from "../../chain/deployment.ts";
import { accessTypedData, voucherTypedData } from "../../ledger/index.ts";
import type { GatewayChain } from "../chain.ts";
import { verifyAccess } from "./verifyAccess.ts";

const address = (digit: string) => `0x${digit.repeat(40)}` as Address;
const deployment = { chainId: 31337, gateway: address("9"), contracts: { escrow: address("e") } } as Deployment;
const at = { chainId: 31337, escrow: address("e") };
const payer = privateKeyToAccount(generatePrivateKey());
const stranger = privateKeyToAccount(generatePrivateKey());
/** The chain's clock is far behind the wall's. */
const CHAIN_NOW = 1_000_000;
const NOW = 1_800_000_000;

beforeEach(() => void vi.useFakeTimers({ now: NOW * 1_000, toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

function chainWith({ expiry = 0n, accepts = false } = {}): GatewayChain {
  return {
    time: async () => CHAIN_NOW,
    accountOf: async () => ({ balance: 0n, spent: 0n, thawing: 0n }),
    keyExpiry: async (owner, key) => (owner === payer.address && key === stranger.address ? expiry : 0n),
    acceptsSignature: async () => accepts,
    isTakenDown: async () => false,
  };
}

const access = { payer: payer.address, gateway: deployment.gateway, issuedAt: BigInt(NOW) };
const sign = (by: typeof payer, changes: Partial<typeof access> = {}, where = at) =>
  by.signTypedData(accessTypedData(where, { ...access, ...changes }));
const verify = (signature: Hex, { issuedAt = NOW, chain = chainWith() } = {}) =>
  verifyAccess({ chain, deployment }, payer.address, { issuedAt, signature });

describe("verifyAccess", () => {
  test.each([0, -3_600, 300])("takes what the payer signed %i seconds from now, again and again", async (offset) => {
    const issuedAt = NOW + offset;
    const signature = await sign(payer, { issuedAt: BigInt(issuedAt) });
    await verify(signature, { issuedAt });
    await verify(signature, { issuedAt });
  });

  test.each([
    ["access_expired", -3_601, "more than an hour ago"],
    ["access_in_future", 301, "Set your clock"],
  ])("refuses with %s and the remedy what was signed %i seconds from now", async (code, offset, says) => {
    const issuedAt = NOW + offset;
    const refused = verify(await sign(payer, { issuedAt: BigInt(issuedAt) }), { issuedAt });
    const details = { code, param: "access.issuedAt", openledger: { now: NOW } };
    await expect(refused).rejects.toMatchObject({ status: 401, details });
    await expect(refused).rejects.toThrow(says);
    await expect(refused).rejects.toThrow(`issuedAt = the present in unix seconds, here ${NOW}`);
  });

  test("says what to sign when it is missing", async () => {
    const refused = verifyAccess({ chain: chainWith(), deployment }, payer.address, undefined);
    await expect(refused).rejects.toMatchObject({ status: 401, details: { code: "missing_access", param: "access" } });
    await expect(refused).rejects.toThrow(
      `Sign Access(payer ${payer.address}, gateway ${deployment.gateway}, issuedAt)`,
    );
  });

  test.each([
    ["another moment", () => sign(payer, { issuedAt: access.issuedAt - 1n })],
    ["another gateway", () => sign(payer, { gateway: address("8") })],
    ["another payer", () => sign(payer, { payer: stranger.address })],
    ["another chain", () => sign(payer, {}, { ...at, chainId: 1 })],
    ["another escrow", () => sign(payer, {}, { ...at, escrow: address("d") })],
    ["a stranger", () => sign(stranger)],
    ["a stranger for itself", () => sign(stranger, { payer: stranger.address })],
    ["a voucher", () => payer.signTypedData(voucherTypedData(at, { ...access, limit: access.issuedAt }))],
    ["nobody", async () => `0x${"00".repeat(65)}` as Hex],
  ])("refuses %s", async (_what, signature) => {
    const details = { code: "invalid_signature", param: "access.signature" };
    await expect(verify(await signature())).rejects.toMatchObject({ status: 401, details });
  });

  test("takes a session key until it expires by the chain's clock", async () => {
    const signature = await sign(stranger);
    await verify(signature, { chain: chainWith({ expiry: BigInt(CHAIN_NOW + 1) }) });
    const expired = verify(signature, { chain: chainWith({ expiry: BigInt(CHAIN_NOW) }) });
    await expect(expired).rejects.toThrow("does not sign");
  });

  test("takes what a contract wallet accepts, within the hour", async () => {
    const chain = chainWith({ accepts: true });
    await verify("0x1234", { chain });
    await expect(verify("0x1234", { chain, issuedAt: NOW - 3_601 })).rejects.toThrow("more than an hour ago");
  });
});
