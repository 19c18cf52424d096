import { parseOpen } from "./money.ts";

/** Why what a person typed is no amount of OPEN, with the remedy; null while nothing is typed, or it is one. */
export function amountProblem(text: string): string | null {
  const typed = text.trim();
  if (typed === "" || parseOpen(typed) !== null) return null;
  if (/^[-−]/.test(typed)) return "An amount cannot be below 0: leave the minus out.";
  if (/^[\d,]*\.\d{19,}$/.test(typed)) return "OPEN has at most 18 decimals: leave the rest out.";
  if (/^\d+,\d+$/.test(typed)) {
    return `A comma only groups thousands, as in 1,500: write ${typed.replace(",", ".")} if you mean the decimal.`;
  }
  return "Write it in digits, with a point before decimals, such as 1.5.";
}
