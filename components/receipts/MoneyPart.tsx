import { Amount } from "../ui/Amount.tsx";
import { type Money, splitLines } from "./money.ts";

/** The money part of a slip: where the fee went, once that is known, then the fee. */
export function MoneyPart({ money, fee, payer }: { money: Money | null; fee: bigint; payer: string }) {
  return (
    <>
      <hr className="rule" />
      {money && (
        <>
          {splitLines(money).map(({ name, to, amount }) => (
            <div key={name} className="flex justify-between gap-3 py-0.5">
              <span>{to ? `${name}, to ${to}` : name}</span>
              <Amount wei={amount} preset="precise" />
            </div>
          ))}
          <hr className="rule" />
        </>
      )}
      <div className="flex justify-between gap-3 py-0.5 font-[650]">
        <span>Paid by {payer}</span>
        <Amount wei={fee} preset="precise" unit />
      </div>
      {money && (
        <p className="mt-1 text-[12.5px] text-ink-3">
          Amounts are cut to four digits, never rounded up; in full, as in their titles, they add up to the fee.
        </p>
      )}
      <hr className="rule" />
    </>
  );
}
