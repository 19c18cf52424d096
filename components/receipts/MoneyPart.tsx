import { Amount } from "../ui/Amount.tsx";
import { type Money, splitLines } from "./money.ts";

/** Wei in the last of the four digits that the preset `precise` shows. */
const LAST_DIGIT = 10n ** 14n;

/** The money part of a slip: where the fee went, once that is known, then the fee. */
export function MoneyPart({ money, fee, payer }: { money: Money | null; fee: bigint; payer: string }) {
  const lines = money ? splitLines(money) : [];
  const cut = lines.some(({ amount }) => amount % LAST_DIGIT !== 0n);
  return (
    <>
      <hr className="rule" />
      {lines.length > 0 && (
        <>
          {lines.map(({ name, to, amount }) => (
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
      {cut && (
        <p className="mt-1 text-[12.5px] text-ink-3">
          Amounts are cut to four digits, never rounded up; in full, as in their titles, they add up to the fee.
        </p>
      )}
      <hr className="rule" />
    </>
  );
}
