import { type Address, type Hex, hashTypedData } from "viem";
import type { Deployment } from "../../chain/deployment.ts";
import { accessTypedData } from "../../ledger/index.ts";
import type { GatewayChain } from "../chain.ts";
import { GatewayError } from "../http/GatewayError.ts";
import { type Signer, signedFor } from "./signedFor.ts";

export interface SignedAccess {
  /** Unix seconds. */
  issuedAt: number;
  signature: Hex;
}

/** An agent signs once an hour, however often it asks. */
const VALID_SECONDS = 3_600;
/** How far a signer's clock may be ahead of ours. */
const AHEAD_SECONDS = 300;

/**
 * Checks who asks: the payer, a session key of its, or its contract (ERC-1271) signed that it is asking this gateway, within the last hour.
 * Both clocks are real ones: the chain's may be shifted, and runs on nobody's machine.
 * @returns who signed
 * @throws GatewayError 401 saying what to sign
 */
export async function verifyAccess(
  { chain, deployment }: { chain: GatewayChain; deployment: Deployment },
  payer: Address,
  access: SignedAccess | undefined,
): Promise<Signer> {
  const { chainId, gateway, contracts } = deployment;
  const now = Math.trunc(Date.now() / 1_000);
  const refuse = (param: string, code: string, why: string) =>
    new GatewayError(401, `${param}: ${why}`, {
      ...{ type: "authentication_error", code, param },
      openledger: { payer, gateway, escrow: contracts.escrow, chainId, now },
    });
  const message = `Access(payer ${payer}, gateway ${gateway}, issuedAt) for the escrow ${contracts.escrow} on chain ${chainId}`;
  const sign = `Sign ${message} with issuedAt = the present in unix seconds, here ${now}`;

  if (!access) {
    const why = "is missing; a voucher is public once drawn, so it does not show who asks.";
    throw refuse("access", "missing_access", `${why} ${sign}, and send {issuedAt, signature}.`);
  }
  const { issuedAt, signature } = access;
  if (issuedAt < now - VALID_SECONDS) {
    throw refuse("access.issuedAt", "access_expired", `${issuedAt} is more than an hour ago. ${sign}.`);
  }
  if (issuedAt > now + AHEAD_SECONDS) {
    const why = `${issuedAt} is more than five minutes ahead. Set your clock, then sign again: ${sign}.`;
    throw refuse("access.issuedAt", "access_in_future", why);
  }
  const at = { chainId, escrow: contracts.escrow };
  const digest = hashTypedData(accessTypedData(at, { payer, gateway, issuedAt: BigInt(issuedAt) }));
  const signer = await signedFor(chain, payer, digest, signature);
  if (signer) return signer;
  throw refuse("access.signature", "invalid_signature", `does not sign ${message} ${issuedAt}. Sign exactly that.`);
}
