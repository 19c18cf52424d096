import { isSameHex } from "../../lib/format/address.ts";
import { ZERO_ADDRESS } from "../display/names.ts";

/** Why there is nothing to delegate; null when there is. */
export function whyNotDelegate({
  kind,
  amount,
  to,
  same,
  uncounted,
}: {
  kind: "held" | "staked";
  /** Wei. */
  amount: bigint;
  to: string | null;
  /** Whether it is delegated to just that account already. */
  same: boolean;
  /** Whether some of it is not counted as votes yet. */
  uncounted: boolean;
}): string | null {
  if (to === null) return "Give an address to delegate to.";
  if (isSameHex(to, ZERO_ADDRESS)) {
    return "Delegating to the zero address takes the votes away: nobody could cast them. Give somebody’s address, or your own.";
  }
  if (same && !uncounted) return "It is delegated so already.";
  if (amount === 0n && kind === "staked") return "You have nothing staked that could vote.";
  return null;
}
