import { type Address, type Hex, isAddressEqual, recoverAddress, size, slice } from "viem";
import type { GatewayChain } from "../chain.ts";

/** Half of secp256k1's order: the contract refuses the other, equivalent half. */
const HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;

/** Who may sign for a payer, and for how many seconds of chain time yet: for ever, unless it is a session key. */
export interface Signer {
  address: Address;
  secondsLeft: number;
}

/**
 * Who signed `digest` for the payer, as the escrow tells it: the payer, a session key of its that has not expired, or the payer's contract
 * (ERC-1271). Null when none did.
 */
export async function signedFor(
  chain: GatewayChain,
  payer: Address,
  digest: Hex,
  signature: Hex,
): Promise<Signer | null> {
  const address = await recoverStrictly(digest, signature);
  if (address && isAddressEqual(address, payer)) return { address, secondsLeft: Number.POSITIVE_INFINITY };
  if (address) {
    const [expiry, now] = await Promise.all([chain.keyExpiry(payer, address), chain.time()]);
    if (expiry > BigInt(now)) return { address, secondsLeft: Number(expiry - BigInt(now)) };
  }
  const accepted = await chain.acceptsSignature(payer, digest, signature);
  return accepted ? { address: payer, secondsLeft: Number.POSITIVE_INFINITY } : null;
}

/** The signer, by the rules of the contract's ECDSA library: 65 bytes, v of 27 or 28, low s. */
async function recoverStrictly(hash: Hex, signature: Hex): Promise<Address | null> {
  if (size(signature) !== 65) return null;
  const v = Number(slice(signature, 64));
  if ((v !== 27 && v !== 28) || BigInt(slice(signature, 32, 64)) > HALF_ORDER) return null;
  return recoverAddress({ hash, signature }).catch(() => null); // r or s out of range: nobody's
}
