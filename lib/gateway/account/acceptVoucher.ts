import { z } from "zod";
import { raiseVoucher, voucherOf } from "../../db/gateway/vouchers.ts";
import type { Gateway } from "../Gateway.ts";
import { addressField, secondsField, signatureField, weiField } from "../http/fields.ts";
import { GatewayError } from "../http/GatewayError.ts";
import { assertLittleUnpaid } from "./credit.ts";
import type { Signer } from "./signedFor.ts";
import { type SignedAccess, verifyAccess } from "./verifyAccess.ts";
import { type SignedVoucher, verifyVoucher } from "./verifyVoucher.ts";

/** A voucher and who shows it, as they are sent. Without `access` it is well formed and refused with 401. */
export const voucherFields = {
  payer: addressField,
  limit: weiField,
  signature: signatureField,
  access: z.object({ issuedAt: secondsField, signature: signatureField }, "must be {issuedAt, signature}").optional(),
};

/**
 * Takes a voucher as the payer's new limit, from the payer only: `access` shows who sends it. The voucher itself shows nothing, since
 * collecting puts it into a public transaction. A limit is never lowered, so a voucher below the highest is refused rather than exceeded.
 * @returns who asks
 * @throws GatewayError 401 when access or voucher are not signed as they must be; 402 when the limit is below the highest signed
 */
export async function acceptVoucher(
  gateway: Gateway,
  { access, ...voucher }: SignedVoucher & { access?: SignedAccess },
): Promise<Signer> {
  const asks = await verifyAccess(gateway, voucher.payer, access);
  const payer = voucher.payer.toLowerCase();
  const known = await voucherOf(gateway.sql, payer);
  if (known && voucher.limit < known.spendLimit) throw superseded(voucher.limit, known.spendLimit);
  if (known?.spendLimit === voucher.limit && known.signature === voucher.signature) return asks; // it is checked when it is spent
  const { address: signer } = await verifyVoucher(gateway, voucher);
  // What was served on a better word than a contract's must not come to depend on that.
  if (!signer) await assertLittleUnpaid(gateway, voucher.payer);
  await raiseVoucher(gateway.sql, { ...voucher, payer, signer });
  return asks;
}

const superseded = (limit: bigint, highest: bigint) =>
  new GatewayError(
    402,
    `limit: the voucher over ${limit} wei is below the last one. A limit is never lowered: sign ${highest} wei or more.`,
    {
      type: "insufficient_credit",
      code: "voucher_superseded",
      param: "limit",
      openledger: { signAtLeast: highest.toString() },
    },
  );
