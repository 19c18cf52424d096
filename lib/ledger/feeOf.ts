/**
 * Fee in wei of an answer, rounded up: ceil(tokens · perThousandTokens / 1000), where tokens are the words (`words-1`) of prompt and answer.
 */
export function feeOf(tokens: number, perThousandTokens: bigint): bigint {
  return (BigInt(tokens) * perThousandTokens + 999n) / 1000n;
}
