import type { Address, Hex } from "viem";
import { saltedHash } from "../../../lib/ledger/index.ts";
import { signerOfReceipt, signerOfServed } from "../../../lib/verify/index.ts";
import { type Check, type Claim, notChecked, same } from "./types.ts";

/** Whether the shown texts are those that were hashed, and the gateway signed what is shown. */
export async function checkSignature(claim: Claim): Promise<Check[]> {
  const { id, payer, gateway, model, version, provider, fee, requestHash, responseHash, salt, servedAt } = claim;
  const textIsHashed = (name: string, text: string | null, hash: Hex) =>
    salt === null || text === null
      ? notChecked(name, "the salt of a private receipt is shown to its payer only")
      : same(name, saltedHash(salt, text), hash);
  const receipt = {
    ...{ id, payer, gateway, model, version, provider, fee, requestHash, responseHash },
    ...{ attributionHash: claim.resultHash, servedAt: BigInt(servedAt) },
  };
  const signer = await signerOfReceipt(booksOf(claim), receipt, claim.signature);
  return [
    textIsHashed("Question’s hash", claim.question, requestHash),
    textIsHashed("Answer’s hash", claim.answer, responseHash),
    same("Signed by the gateway", signer, gateway.toLowerCase()),
  ];
}

/** What signatures are bound to. */
export const booksOf = ({ chain }: Claim) => ({ chainId: chain.id, settlement: chain.settlement });

/** Whether an owner of the provider countersigned what was served. @param owners of the provider, newest first */
export async function checkCountersignature(claim: Claim, owners: readonly Address[]): Promise<Check> {
  const { id, responseHash, providerSignature } = claim;
  const name = "Countersigned by the provider";
  if (providerSignature === null) return notChecked(name, "no countersignature is kept of this answer");
  const signer = await signerOfServed(booksOf(claim), { receipt: id, responseHash }, providerSignature);
  const known = owners.map((owner) => owner.toLowerCase());
  return same(name, signer, known.includes(signer) ? signer : (known[0] ?? "nobody"));
}
