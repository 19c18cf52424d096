import { type Address, type Hex, isAddressEqual } from "viem";
import { recoverStrictly } from "../../chain/recoverStrictly.ts";
import type { GatewayChain } from "../chain.ts";

/** Who may sign for a payer, and for how many seconds of chain time yet: for ever, unless it is a session key. */
export interface Signer {
  /** Null when the payer's contract accepted the signature (ERC-1271), and may say something else the next time. */
  address: Address | null;
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
  return accepted ? { address: null, secondsLeft: Number.POSITIVE_INFINITY } : null;
}
