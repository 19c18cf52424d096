import { type Address, type Hex, isAddressEqual } from "viem";
import { acceptsSignature } from "./acceptsSignature.ts";
import { publicClient } from "./clients.ts";
import { recoverStrictly } from "./recoverStrictly.ts";

/**
 * Whether curation and arbiter take a signature for an account's (OpenZeppelin's `SignatureChecker`): an account with code answers for itself,
 * also one that has delegated to code; any other has to be who signed. General clients are more generous: they take the twin with a high s that
 * anybody can make of a public signature, and wrappings that only they unpack.
 */
export async function isSignedBy(signer: Address, digest: Hex, signature: Hex): Promise<boolean> {
  if (await publicClient().getCode({ address: signer })) return acceptsSignature(signer, digest, signature);
  const recovered = await recoverStrictly(digest, signature);
  return recovered !== null && isAddressEqual(recovered, signer);
}
