/** A part of a whole, 0 to 1, as a percentage with at most three digits that tell: 0.5613 → "56.1 %", 0.000038 → "0.004 %", 0 → "0 %". */
export function formatPart(part: number): string {
  if (part === 0) return "0 %";
  const percent = part * 100;
  if (Math.abs(percent) < 0.001) return "<0.001 %";
  const digits = percent >= 10 ? 1 : percent >= 1 ? 2 : 3;
  return `${Number(percent.toFixed(digits))} %`;
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
