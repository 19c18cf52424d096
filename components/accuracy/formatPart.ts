/**
 * A part of a whole, 0 to 1, as a percentage of at most three digits that tell, rounded as the figures without a unit are: 0.5588 → "55.9 %", 0.000038 → "0.003
 * %".
 */
export function formatPart(part: number): string {
  if (part === 0) return "0 %";
  const percent = part * 100;
  if (Math.abs(percent) < 0.001) return "<0.001 %";
  const digits = percent >= 10 ? 1 : percent >= 1 ? 2 : 3;
  const rounded = Math.round(percent * 10 ** digits) / 10 ** digits;
  // What is not all must not read as all.
  return part < 1 && rounded >= 100 ? ">99.9 %" : `${rounded} %`;
}

/** A figure without a unit: three decimals, small ones as powers of ten. */
export function formatFigure(value: number): string {
  if (value !== 0 && Math.abs(value) < 0.0005)
    return value.toExponential(1).replace("e-", " · 10⁻").replace(/\d+$/, superscript);
  // What is not 1 must not read as 1.
  if (value < 1 && value > 0.9995) return value.toFixed(6).replace(/0+$/, "");
  return Number.isInteger(value) ? String(value) : value.toFixed(3);
}

const superscript = (digits: string) => [...digits].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");
