import { formatOpen, type MoneyPreset } from "../../lib/format/money.ts";

/**
 * An amount of OPEN in wei. Truncated, never rounded up; the exact value is in the title.
 * Presets: see lib/format/money. `unit` writes OPEN behind it.
 */
export function Amount({
  wei,
  preset = "precise",
  unit = false,
}: {
  wei: bigint;
  preset?: MoneyPreset;
  unit?: boolean;
}) {
  return (
    <span className="num whitespace-nowrap" title={`${formatOpen(wei, "full")} OPEN`}>
      {formatOpen(wei, preset)}
      {unit && " OPEN"}
    </span>
  );
}
