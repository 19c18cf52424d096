import { type Address, type Hex, hexToBigInt, numberToHex, slice } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { describe, expect, test } from "vitest";
import type { Deployment } from "../../chain/deployment.ts";
import { voucherTypedData } from "../../ledger/index.ts";
import type { GatewayChain } from "../chain.ts";
import { verifyVoucher } from "./verifyVoucher.ts";

const address = (digit: string) => `0x${digit.repeat(40)}` as Address;
const deployment = { chainId: 31337, gateway: address("9"), contracts: { escrow: address("e") } } as Deployment;
const at = { chainId: 31337, escrow: address("e") };
const payer = privateKeyToAccount(generatePrivateKey());
const stranger = privateKeyToAccount(generatePrivateKey());
const NOW = 1_000_000;
const DAY = 86_400;
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

function chainWith({ expiry = 0n, accepts = false } = {}): GatewayChain {
  return {
    time: async () => NOW,
    accountOf: async () => ({ balance: 0n, spent: 0n, thawing: 0n }),
    keyExpiry: async (owner, key) => (owner === payer.address && key === stranger.address ? expiry : 0n),
    acceptsSignature: async () => accepts,
    isTakenDown: async () => false,
  };
}

const voucher = { payer: payer.address, gateway: deployment.gateway, limit: 10n ** 21n };
const sign = (by: typeof payer, changes: Partial<typeof voucher> = {}, where = at) =>
  by.signTypedData(voucherTypedData(where, { ...voucher, ...changes }));
const verify = (signature: Hex, chain = chainWith()) =>
  verifyVoucher({ chain, deployment }, { payer: voucher.payer, limit: voucher.limit, signature });

/** The same signature in the half of the curve that the contract refuses. */
function highS(signature: Hex): Hex {
  const s = ORDER - hexToBigInt(slice(signature, 32, 64));
  const v = Number(slice(signature, 64)) === 27 ? "1c" : "1b";
  return `${slice(signature, 0, 32)}${numberToHex(s, { size: 32 }).slice(2)}${v}` as Hex;
}

describe("verifyVoucher", () => {
  test("takes what the payer signed", async () => {
    await verify(await sign(payer));
  });

  test.each([
    ["another limit", () => sign(payer, { limit: 1n })],
    ["another gateway", () => sign(payer, { gateway: address("8") })],
    ["another chain", () => sign(payer, {}, { ...at, chainId: 1 })],
    ["another escrow", () => sign(payer, {}, { ...at, escrow: address("d") })],
    ["a stranger", () => sign(stranger)],
    ["nobody", async () => `0x${"00".repeat(65)}` as Hex],
    ["too short a signature", async () => "0x1234" as Hex],
  ])("refuses %s", async (_what, signature) => {
    await expect(verify(await signature())).rejects.toMatchObject({ status: 401, details: { param: "signature" } });
  });

  test("refuses the forms of a good signature that the contract refuses", async () => {
    const good = await sign(payer);
    await expect(verify(highS(good))).rejects.toThrow("does not sign");
    const v = Number(slice(good, 64)) - 27;
    await expect(verify(`${good.slice(0, -2)}0${v}` as Hex)).rejects.toThrow("does not sign");
  });

  test("takes a session key that lives until fees are collected", async () => {
    const signature = await sign(stranger);
    await verify(signature, chainWith({ expiry: BigInt(NOW + 3 * DAY) }));
    await expect(verify(signature, chainWith({ expiry: BigInt(NOW + DAY) }))).rejects.toThrow(
      "expires in less than two days",
    );
    await expect(verify(signature, chainWith({ expiry: BigInt(NOW) }))).rejects.toThrow("does not sign");
  });

  test("takes what a contract wallet accepts", async () => {
    await verify("0x1234", chainWith({ accepts: true }));
  });
});
