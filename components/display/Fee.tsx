import type { MoneyPreset } from "@/lib/format/money.ts";
import { Amount } from "../ui/Amount.tsx";

/** Money that came from fees: always this colour, and nothing else is. Nothing earned is grey. */
export function Fee({ wei, preset, unit }: { wei: bigint; preset?: MoneyPreset; unit?: boolean }) {
  return (
    <span className={wei === 0n ? "text-ink-3" : "text-fee"}>
      <Amount wei={wei} preset={preset} unit={unit} />
    </span>
  );
}
