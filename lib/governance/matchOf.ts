/** How a parameter's value on the chain stands to the documented one. */
export type Match = "same" | "voted" | "differs" | "chosen" | "unknown";

/**
 * @param value on the chain; null: no answer
 * @param documented null: each deployment chooses it
 * @param voted what an executed proposal set it to last; null: no vote ever did
 */
export function matchOf(value: bigint | null, documented: bigint | null, voted: bigint | null): Match {
  if (value === null) return "unknown";
  if (voted !== null && voted === value) return value === documented ? "same" : "voted";
  if (documented === null) return voted === null ? "chosen" : "differs";
  return value === documented ? "same" : "differs";
}
