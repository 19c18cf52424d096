import { authorisedLeft, prepaidLeft } from "../../lib/flows/api/credit.ts";
import type { Credit } from "../../lib/gateway/account/credit.ts";

/** Why as much can be spent now as can be: it takes a deposit and a signed budget, and the smaller of the two decides. */
export function availableNote(credit: Credit): string {
  const [deposit, budget] = [prepaidLeft(credit), authorisedLeft(credit)];
  if (deposit === 0n && budget === 0n) return "can be spent now: deposit first, then sign a budget with a key";
  if (budget === 0n) return "can be spent now: no budget is signed for the deposit; a new key signs one";
  if (deposit === 0n) return "can be spent now: the budget has no deposit behind it";
  if (deposit === budget) return "can be spent now";
  return deposit < budget
    ? "can be spent now: as much as is deposited"
    : "can be spent now: as much as the signed budget allows";
}
