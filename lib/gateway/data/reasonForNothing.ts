import { formatUnits } from "viem";
import type { Standing as Epochs } from "../../db/queries/entitlement.ts";

interface Standing {
  /** Wei. */
  accrued: bigint;
  inWindow: bigint;
  inDispute: bigint;
  paid: bigint;
  /** Payouts of any kind, ever. */
  payouts: number;
  contributions: number;
  accepted: number;
  epochs: Epochs;
  /** Chain time, unix seconds. */
  now: number;
}

/** Why an account can claim nothing now, in a sentence: the nearest money first. */
export function reasonForNothing({
  accrued,
  inWindow,
  inDispute,
  paid,
  payouts,
  contributions,
  accepted,
  epochs,
  now,
}: Standing): string {
  if (inDispute > 0n && epochs.open)
    return `Epoch ${epochs.open.id} holds ${open(inDispute)} OPEN for you, but it is disputed: the arbiter decides first.`;
  if (inWindow > 0n && epochs.open)
    return `Epoch ${epochs.open.id} holds ${open(inWindow)} OPEN for you; it can be claimed in ${duration(epochs.open.readyAt - now)}, when its challenge window closes.`;
  if (accrued > 0n) return `Answers have earned you ${open(accrued)} OPEN; the next epoch pays them out.`;
  if (paid > 0n) return "Everything you have earned is paid out.";
  if (payouts > 0) return "What you have earned is not settled yet.";
  if (accepted > 0) return "No answer has used your contributions yet.";
  if (contributions > 0) return "None of your contributions is accepted yet.";
  return "This account has contributed nothing yet and owns no model or provider that was used.";
}

const open = (wei: bigint) => {
  const [whole, fraction = ""] = formatUnits(wei, 18).split(".");
  const shown = fraction.slice(0, 4).replace(/0+$/, "");
  if (whole === "0" && shown === "") return "less than 0.0001";
  return shown ? `${whole}.${shown}` : whole!;
};

function duration(seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return minutes < 120 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}
