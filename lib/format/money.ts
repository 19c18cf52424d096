import { formatCount } from "./number.ts";

/** Wei of one OPEN. */
export const OPEN = 10n ** 18n;

export type MoneyPreset = "whole" | "precise" | "exact" | "full";

const FRACTION: Record<MoneyPreset, number> = { whole: 0, precise: 4, exact: 18, full: 18 };

/**
 * An amount in wei as decimal OPEN without its unit. Truncates toward zero, never rounds up; a non-zero amount too small for the preset is
 * shown as `<0.0001` (or that preset's smallest step), so that something never reads as nothing.
 *
 * Presets: precise = 4 digits (what was paid, earned or is held, on every page: fewer would cut a fee of 0.0170 to 0.01), whole = no fraction
 * (votes and pools; `precise` for a fraction below 1,000), exact = every digit and at least those four (prices and bonds: the same number must
 * not stand beside its receipt in another form), full = every digit and no zero behind them (fields to type into, titles, files).
 */
export function formatOpen(wei: bigint, preset: MoneyPreset = "precise"): string {
  const negative = wei < 0n;
  const abs = negative ? -wei : wei;
  const sign = negative ? "−" : "";
  if (preset === "whole" && abs < 1_000n * OPEN)
    return abs % OPEN === 0n ? `${sign}${abs / OPEN}` : formatOpen(wei, "precise");

  const digits = FRACTION[preset];
  const step = 10n ** BigInt(18 - digits);
  if (abs > 0n && abs < step) return `${negative ? "−" : ""}<${digits === 0 ? "1" : `0.${"1".padStart(digits, "0")}`}`;

  const whole = formatCount(abs / OPEN);
  const fraction = ((abs % OPEN) / step).toString().padStart(digits, "0");
  if (digits === 0) return `${sign}${whole}`;
  if (preset !== "full" && preset !== "exact") return `${sign}${whole}.${fraction}`;
  const trimmed = fraction.replace(/0+$/, "").padEnd(preset === "exact" ? FRACTION.precise : 0, "0");
  return trimmed === "" ? `${sign}${whole}` : `${sign}${whole}.${trimmed}`;
}

/**
 * What a person typed as OPEN, in wei; null while it is not a number (empty, two points, letters).
 * Accepts grouping commas. Digits past the 18th are refused rather than dropped.
 */
export function parseOpen(text: string): bigint | null {
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d{0,18}))?$/.exec(text.trim());
  if (!match || (match[1] === undefined && !match[2])) return null;
  const whole = BigInt((match[1] ?? "0").replaceAll(",", ""));
  return whole * OPEN + BigInt((match[2] ?? "").padEnd(18, "0"));
}
