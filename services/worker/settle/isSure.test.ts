import { privateKeyToAccount } from "viem/accounts";
import { expect, it } from "vitest";
import { voucherTypedData } from "../../../lib/ledger/index.ts";
import { isSure } from "./isSure.ts";

const accountOf = (byte: string) => privateKeyToAccount(`0x${byte.repeat(32)}`);
const [gateway, payer, session] = [accountOf("11"), accountOf("22"), accountOf("33")];
const at = { chainId: 31_337, escrow: `0x${"e".repeat(40)}` } as const;
const context = { gateway, deployment: { chainId: at.chainId, contracts: { escrow: at.escrow } } } as never;
const account = { payer: payer.address, ceiling: 10n, spent: 0n, assigned: 5n, thawing: 0n, voucher: null };

const signedBy = async (signer: typeof payer) => {
  const typed = voucherTypedData(at, { payer: payer.address, gateway: gateway.address, limit: 10n });
  return { limit: 10n, signature: await signer.signTypedData(typed) };
};

it("is sure of the payer's own signature while nothing of the balance is on its way out", async () => {
  const voucher = await signedBy(payer);
  expect(await isSure(context, { ...account, voucher })).toBe(true);
  expect(await isSure(context, { ...account, voucher, thawing: 1n })).toBe(false);
  expect(await isSure(context, { ...account, voucher: { ...voucher, limit: 11n } })).toBe(false);
});

it("is not sure of a session key's, of what a contract takes, or of none", async () => {
  expect(await isSure(context, { ...account, voucher: await signedBy(session) })).toBe(false);
  expect(await isSure(context, { ...account, voucher: { limit: 10n, signature: "0x01" } })).toBe(false);
  expect(await isSure(context, account)).toBe(false);
});
