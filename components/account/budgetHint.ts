import { authorisedLeft, prepaidLeft } from "../../lib/flows/api/credit.ts";
import { formatOpen } from "../../lib/format/money.ts";
import type { Credit } from "../../lib/gateway/account/credit.ts";

/** What signing a budget (wei) will come to: what can be spent then, what of it is deposited, and that nothing is lowered. */
export function budgetHint(credit: Credit | undefined, budget: bigint | null): string {
  if (!credit || budget === null) {
    return "What all your keys together can spend after signing. Signing never lowers what you signed before.";
  }
  const left = authorisedLeft(credit);
  const after = left > budget ? left : budget;
  const prepaid = prepaidLeft(credit);
  const deposit = prepaid < after ? `; your deposit covers ${formatOpen(prepaid, "exact")} of it so far` : "";
  const kept = left > budget ? `: ${formatOpen(left, "exact")} of your last budget are left, and stay` : "";
  return `After signing, all your keys together can spend ${formatOpen(after, "exact")} OPEN${deposit}. Signing never lowers it${kept}.`;
}
