import type { EscrowAccount } from "../../lib/flows/escrowAccount.ts";
import { formatDateTime, formatRelative } from "../../lib/format/date.ts";
import { formatOpen } from "../../lib/format/money.ts";
import { Gate } from "../tx/Gate.tsx";
import { Button } from "../ui/Button.tsx";

/** A withdrawal that was announced: when it can be taken out, and the ways on. */
export function Thawing({
  escrow,
  busy,
  onWithdraw,
  onKeep,
}: {
  /** `now` in unix seconds of chain time. */
  escrow: EscrowAccount & { now: number };
  busy: boolean;
  onWithdraw: () => void;
  onKeep: () => void;
}) {
  const { thawing, balance, thawedAt, now } = escrow;
  const out = balance - thawing < 0n ? balance : thawing; // answers served before may have taken a part
  const thawed = now >= thawedAt;
  return (
    <>
      <p className="mb-4 max-w-prose text-[14px]">
        <span className="num font-[550]">{formatOpen(out, "exact")} OPEN</span>{" "}
        {thawed
          ? "have thawed and can be taken out."
          : `thaw until ${formatDateTime(thawedAt)}, ${formatRelative(thawedAt, now)} by the chain’s clock. Until then they are not spent on new answers.`}
      </p>
      <div className="flex flex-wrap gap-3">
        {thawed && (
          <Gate purpose="withdraw" reason={null} busy={busy} onAct={onWithdraw}>
            Withdraw
          </Gate>
        )}
        <Button busy={busy} onClick={onKeep}>
          Keep the deposit
        </Button>
      </div>
    </>
  );
}
