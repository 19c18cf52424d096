/** Longest answer that is asked for, in tokens. */
export const LONGEST = 1_024;

/** Shorter than this an answer is of no use: time for a new budget. */
export const SHORTEST = 48;

/**
 * How many tokens an answer may have so that what is left pays for it in the worst case. The gateway sets the whole of that aside before it
 * answers, so asking for more than can be paid is refused.
 * @param left wei
 * @param perThousandTokens wei; null = not known, then the longest answer is asked for
 * @param question its tokens cost too; taken as one for every two characters, which is more than there are
 * @returns 0 to LONGEST
 */
export function affordableTokens(left: bigint, perThousandTokens: bigint | null, question: string): number {
  if (perThousandTokens === null || perThousandTokens === 0n) return LONGEST;
  const tokens = (left * 1_000n) / perThousandTokens - BigInt(Math.ceil(question.length / 2) + 1);
  if (tokens <= 0n) return 0;
  return tokens > BigInt(LONGEST) ? LONGEST : Number(tokens);
}
