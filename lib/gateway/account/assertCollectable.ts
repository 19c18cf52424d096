import { type Address, isAddressEqual } from "viem";
import type { StoredVoucher } from "../../db/gateway/vouchers.ts";
import type { Gateway } from "../Gateway.ts";
import { GatewayError } from "../http/GatewayError.ts";
import { awayChain, secondsLeft } from "./secondsLeft.ts";
import { KEY_MARGIN_SECONDS, verifyVoucher } from "./verifyVoucher.ts";

/**
 * Checks again, before it is spent, that a voucher taken earlier will be collected: a session key may have been revoked, or have little time left, and a
 * contract may have changed its mind. @returns whether only a contract's word stands behind it
 * @throws GatewayError 402 with the remedy, 503 when the chain does not answer
 */
export async function assertCollectable(
  gateway: Gateway,
  payer: Address,
  { spendLimit: limit, signature, signer }: StoredVoucher,
): Promise<{ isContract: boolean }> {
  if (!signer) {
    const now = await verifyVoucher(gateway, { payer, limit, signature }).catch((error) => {
      if (!(error instanceof GatewayError)) return awayChain(error);
      throw lapsed(`the voucher over ${limit} wei is no longer accepted for ${payer}`);
    });
    return { isContract: now.address === null };
  }
  if (!isAddressEqual(signer, payer) && (await secondsLeft(gateway.chain, payer, signer)) <= KEY_MARGIN_SECONDS) {
    throw lapsed(`the session key ${signer}, which signed the voucher, expires in less than two days or was revoked`);
  }
  return { isContract: false };
}

const lapsed = (why: string) =>
  new GatewayError(402, `Credit cannot be collected: ${why}. Extend the key by setKey, or sign the voucher again.`, {
    type: "insufficient_credit",
    code: "voucher_lapsed",
  });
