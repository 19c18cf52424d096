import { raiseVoucher, voucherOf } from "../../db/gateway/vouchers.ts";
import type { Gateway } from "../Gateway.ts";
import { GatewayError } from "../http/GatewayError.ts";
import { type SignedVoucher, verifyVoucher } from "./verifyVoucher.ts";

/**
 * Takes a voucher as proof of who sends it, and as the payer's new limit.
 *
 * A voucher is a bearer's proof only while nobody else has seen it. Collecting puts it into a public transaction, so one that has been
 * drawn on is refused, and so is any below the highest: else a reader of the chain could spend what is left of the limit.
 * @throws GatewayError 401 when it is not signed as the escrow demands; 402 when it is superseded or public, with the limit to sign
 */
export async function acceptVoucher(gateway: Gateway, voucher: SignedVoucher): Promise<void> {
  const account = await gateway.chain.accountOf(voucher.payer);
  if (await isKnown(gateway, voucher, account.spent)) return;
  await verifyVoucher(gateway, voucher);
  const payer = voucher.payer.toLowerCase();
  if (await raiseVoucher(gateway.sql, { ...voucher, payer, drawn: account.spent })) return;
  // The same voucher may have come twice at once.
  if (await isKnown(gateway, voucher, account.spent)) return;
  throw stale(voucher, "is not above the last voucher's limit");
}

/** Whether this very voucher was checked before. @throws GatewayError 402 when it has been drawn on since */
async function isKnown({ sql }: Gateway, voucher: SignedVoucher, drawn: bigint): Promise<boolean> {
  const known = await voucherOf(sql, voucher.payer.toLowerCase());
  if (known?.spendLimit !== voucher.limit || known.signature !== voucher.signature) return false;
  if (known.drawn >= drawn) return true;
  throw stale(voucher, "has been drawn on and stands in a public transaction, so it no longer proves who sends it");
}

function stale({ limit }: SignedVoucher, why: string): GatewayError {
  return new GatewayError(402, `limit: the voucher over ${limit} wei ${why}. Sign one with a higher limit.`, {
    type: "insufficient_credit",
    code: "voucher_superseded",
    param: "limit",
    openledger: { signAbove: limit.toString() },
  });
}
