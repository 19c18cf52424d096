import { WHOLE } from "../../lib/chain/arbiter.ts";
import type { Accusable } from "../../lib/db/queries/accusable.ts";
import { isSameHex } from "../../lib/format/address.ts";
import { formatOpen } from "../../lib/format/money.ts";

/** Why the case cannot be opened yet; null when it can. The contract lets anybody accuse themselves, at the price of half a bond. */
export function whyNotOpen({
  about: { subject, accused, items },
  bond,
  account,
  held,
  evidence,
  index,
}: {
  about: Pick<Accusable, "subject" | "accused" | "items">;
  /** Wei of OPEN; 0 where an epoch's dispute has one already. */
  bond: bigint;
  account: string | null;
  /** Wei of OPEN; undefined while it is not known. */
  held: bigint | undefined;
  evidence: string;
  /** Of the item, or `WHOLE`. */
  index: number;
}): string | null {
  if (bond > 0n && account && accused && isSameHex(account, accused)) {
    return `This ${subject} is yours: you would be the accused too, and half of a lost bond is burnt.`;
  }
  if (held !== undefined && bond > held)
    return `The bond is ${formatOpen(bond, "full")} OPEN and you hold ${formatOpen(held)}.`;
  if (evidence.trim() === "") return "Say what is wrong, so that others can check it.";
  if (subject === "contribution" && index !== WHOLE && !(Number.isInteger(index) && index >= 0 && index < items))
    return `Give an item from 0 to ${items - 1}, or nothing for all of it.`;
  return null;
}
