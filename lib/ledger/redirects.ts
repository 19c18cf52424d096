import { type Address, type Hex, zeroAddress } from "viem";
import { addressPayee } from "./payee.ts";
import type { Leaf } from "./sumTree.ts";

/** Who is paid in whose place: payees of 32 bytes, lower case. */
export type Redirects = ReadonlyMap<Hex, Hex>;

/** The redirects in force after these announcements (the registry's `PayoutSet`), oldest first: an owner's newest holds. */
export function redirectsOf(announced: readonly { owner: Address; to: Address }[]): Redirects {
  const redirects = new Map<Hex, Hex>();
  for (const { owner, to } of announced) {
    const [from, into] = [addressPayee(owner), addressPayee(to)];
    // The zero address, which is a sentinel, and the owner itself take it back.
    if (to === zeroAddress || from === into) redirects.delete(from);
    else redirects.set(from, into);
  }
  return redirects;
}

/**
 * Payouts of an epoch with each redirect followed once: what B redirects to C is what B earned, not what A redirected to B. Pools have no
 * redirect, and the treasury's leaf has to take what others leave. What was in earlier leaves stays where it is: amounts never fall.
 */
export function redirected(payouts: readonly Leaf[], redirects: Redirects, treasury: Hex): Leaf[] {
  return payouts.map(({ payee, amount }) => {
    const from = payee.toLowerCase() as Hex;
    const to = from === treasury.toLowerCase() ? undefined : redirects.get(from);
    return { payee: to ?? payee, amount };
  });
}
