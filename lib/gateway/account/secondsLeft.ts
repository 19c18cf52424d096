import type { Address } from "viem";
import type { GatewayChain } from "../chain.ts";
import { unavailable } from "../http/GatewayError.ts";

/** @throws GatewayError 503 always: what was asked of the chain could not be had. */
export function awayChain(error: unknown): never {
  console.error("gateway: chain:", error);
  throw unavailable("The chain does not answer, so keys cannot be checked. Try again.", "chain_unavailable");
}

/** Chain time that a session key has yet; none when it expired or was revoked. @throws GatewayError 503 when the chain does not answer */
export async function secondsLeft(chain: GatewayChain, payer: Address, key: Address): Promise<number> {
  const [expiry, now] = await Promise.all([chain.keyExpiry(payer, key), chain.time()]).catch(awayChain);
  return Number(expiry - BigInt(now));
}
