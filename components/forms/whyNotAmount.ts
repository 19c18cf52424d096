/** Why an amount cannot be used, in a sentence; null when it can. @param wei null while what is typed is none */
export function whyNotAmount(wei: bigint | null, what = "an amount"): string | null {
  if (wei === null) return `Give ${what} in digits, such as 1.5.`;
  return wei === 0n ? `Give ${what} above 0.` : null;
}
