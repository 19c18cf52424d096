import { type Address, type Hex, hashTypedData, isAddressEqual, recoverAddress, size, slice } from "viem";
import type { Deployment } from "../../chain/deployment.ts";
import { voucherTypedData } from "../../ledger/index.ts";
import type { GatewayChain } from "../chain.ts";
import { GatewayError } from "../http/GatewayError.ts";

export interface SignedVoucher {
  payer: Address;
  /** Wei, cumulative. */
  limit: bigint;
  signature: Hex;
}

/** Half of secp256k1's order: the contract refuses the other, equivalent half. */
const HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;
/** Fees are collected after the day's end, or later when something is down: a key must live to see it. */
const KEY_MARGIN_SECONDS = 2 * 86_400;

/**
 * Checks that the escrow would accept a voucher at this gateway: signed by the payer, a session key of its, or a contract (ERC-1271). As
 * strict as the contract: a voucher that only we accept could not be collected.
 * @throws GatewayError 401 saying what to sign
 */
export async function verifyVoucher(
  { chain, deployment }: { chain: GatewayChain; deployment: Deployment },
  { payer, limit, signature }: SignedVoucher,
): Promise<void> {
  const gateway = deployment.gateway;
  const at = { chainId: deployment.chainId, escrow: deployment.contracts.escrow };
  const digest = hashTypedData(voucherTypedData(at, { payer, gateway, limit }));
  const signer = await recoverStrictly(digest, signature);
  if (signer && isAddressEqual(signer, payer)) return;
  if (signer) {
    const [expiry, now] = await Promise.all([chain.keyExpiry(payer, signer), chain.time()]);
    if (expiry > BigInt(now + KEY_MARGIN_SECONDS)) return;
    if (expiry > BigInt(now)) {
      throw bad(
        `the session key ${signer} expires in less than two days, before fees are collected. Extend it by setKey.`,
      );
    }
  }
  if (await chain.acceptsSignature(payer, digest, signature)) return;
  throw bad(
    `does not sign Voucher(payer ${payer}, gateway ${gateway}, limit ${limit}) for the escrow ${at.escrow} on chain ${at.chainId}. Sign exactly that.`,
  );
}

/** The signer, by the rules of the contract's ECDSA library: 65 bytes, v of 27 or 28, low s. */
async function recoverStrictly(hash: Hex, signature: Hex): Promise<Address | null> {
  if (size(signature) !== 65) return null;
  const v = Number(slice(signature, 64));
  if ((v !== 27 && v !== 28) || BigInt(slice(signature, 32, 64)) > HALF_ORDER) return null;
  return recoverAddress({ hash, signature }).catch(() => null); // r or s out of range: nobody's
}

const bad = (message: string) =>
  new GatewayError(401, `signature: ${message}`, {
    type: "authentication_error",
    code: "invalid_signature",
    param: "signature",
  });
