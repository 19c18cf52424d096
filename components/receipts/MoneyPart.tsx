import type { ReactNode } from "react";
import { Amount } from "../ui/Amount.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { cutOff, linesToCome, type Money, splitLines } from "./money.ts";

/** The money part of a slip: where the fee went (names only until that is known), then the fee. The lines add up to it as they are shown. */
export function MoneyPart({ money, fee, payer }: { money: Money | null; fee: bigint; payer: ReactNode }) {
  const lines = money ? splitLines(money) : linesToCome;
  const cut = money
    ? cutOff(
        lines.map(({ amount }) => amount),
        fee,
      )
    : 0n;
  return (
    <>
      <hr className="rule" />
      {lines.map(({ name, to, amount }) => (
        <div key={name} className="flex justify-between gap-3 py-0.5">
          <span>{to ? `${name}, to ${to}` : name}</span>
          {money ? <Amount wei={amount} preset="precise" /> : <Skeleton className="my-1 h-4 w-16" />}
        </div>
      ))}
      {cut > 0n && (
        <div className="flex justify-between gap-3 py-0.5 text-ink-3">
          <span>Digits cut off above</span>
          <Amount wei={cut} preset="precise" />
        </div>
      )}
      <hr className="rule" />
      <div className="flex justify-between gap-3 py-0.5 font-[650]">
        <span>Paid by {payer}</span>
        <Amount wei={fee} preset="precise" unit />
      </div>
      <hr className="rule" />
    </>
  );
}
