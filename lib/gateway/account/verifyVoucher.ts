import { type Address, type Hex, hashTypedData } from "viem";
import type { Deployment } from "../../chain/deployment.ts";
import { voucherTypedData } from "../../ledger/index.ts";
import type { GatewayChain } from "../chain.ts";
import { GatewayError } from "../http/GatewayError.ts";
import { type Signer, signedFor } from "./signedFor.ts";

export interface SignedVoucher {
  payer: Address;
  /** Wei, cumulative. */
  limit: bigint;
  signature: Hex;
}

/** Fees are collected after the day's end, or later when something is down: a key must live to see it. */
export const KEY_MARGIN_SECONDS = 2 * 86_400;

/**
 * Checks that the escrow would accept a voucher at this gateway: signed by the payer, a session key of its, or a contract (ERC-1271). As
 * strict as the contract: a voucher that only we accept could not be collected.
 * @returns who signed
 * @throws GatewayError 401 saying what to sign
 */
export async function verifyVoucher(
  { chain, deployment }: { chain: GatewayChain; deployment: Deployment },
  { payer, limit, signature }: SignedVoucher,
): Promise<Signer> {
  const gateway = deployment.gateway;
  const at = { chainId: deployment.chainId, escrow: deployment.contracts.escrow };
  const digest = hashTypedData(voucherTypedData(at, { payer, gateway, limit }));
  const signer = await signedFor(chain, payer, digest, signature);
  if (signer && signer.secondsLeft > KEY_MARGIN_SECONDS) return signer;
  if (signer) {
    throw bad(
      `the session key ${signer.address} expires in less than two days, before fees are collected. Extend it by setKey.`,
    );
  }
  throw bad(
    `does not sign Voucher(payer ${payer}, gateway ${gateway}, limit ${limit}) for the escrow ${at.escrow} on chain ${at.chainId}. Sign exactly that.`,
  );
}

const bad = (message: string) =>
  new GatewayError(401, `signature: ${message}`, {
    type: "authentication_error",
    code: "invalid_signature",
    param: "signature",
  });
