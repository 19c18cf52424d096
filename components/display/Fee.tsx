import type { MoneyPreset } from "@/lib/format/money.ts";
import { Amount } from "../ui/Amount.tsx";

/** Money that came from fees: always this colour, and nothing else is. */
export function Fee({ wei, preset, unit }: { wei: bigint; preset?: MoneyPreset; unit?: boolean }) {
  return (
    <span className="text-fee">
      <Amount wei={wei} preset={preset} unit={unit} />
    </span>
  );
}
