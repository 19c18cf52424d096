import type { AttributionIndex } from "./buildIndex.ts";
import { creditRows } from "./creditRows.ts";
import { resolveParams } from "./params.ts";
import type { BitsTable } from "./parseBits.ts";
import { tokenise } from "./tokenise.ts";
import { traceEvidence } from "./traceEvidence.ts";
import type { Attribution, Params, Share } from "./types.ts";

export interface AttributeOptions {
  /** Number of contributions, from the first, that are eligible; all by default. */
  limit?: number;
  params?: Partial<Params>;
}

/**
 * Attributes `answer` to the contributions of `index` by `lona-1`. Pure and deterministic: the same input gives the same integers on
 * every engine. The shares and the treasury add up to `params.scale` exactly, also for an empty answer (all to the treasury).
 * Throws a RangeError for a limit or parameter outside of its bounds.
 */
export function attribute(
  index: AttributionIndex,
  answer: string,
  bits: BitsTable,
  options: AttributeOptions = {},
): Attribution {
  const params = resolveParams(options.params);
  const limit = options.limit ?? index.kinds.length;
  if (!Number.isInteger(limit) || limit < 0 || limit > index.kinds.length) {
    throw new RangeError(`limit is ${limit}; give a whole number from 0 to ${index.kinds.length}, the ledger's length`);
  }
  const tokens = tokenise(answer);
  const tokenBits = Int32Array.from(tokens, ({ word }) => Math.min(params.maxTokenBits, bits.bitsOf(word)));
  const rows = traceEvidence(index, tokens, tokenBits, limit, params);
  const { gains, attributedMass, totalMass } = creditRows(rows, tokenBits, index.kinds);

  const floor = (totalMass * BigInt(params.coverageFloorBps)) / 10_000n;
  const denominator = attributedMass > floor ? attributedMass : floor;
  const shares: Share[] = [];
  let treasury = params.scale;
  for (const { contribution, gain } of gains) {
    const share = denominator === 0n ? 0 : Number((BigInt(params.scale) * gain) / denominator);
    if (share === 0) continue;
    shares.push({ contribution, share });
    treasury -= share;
  }
  const coverageBps = totalMass === 0n ? 0 : Number((attributedMass * 10_000n) / totalMass);
  return { tokens, rows, shares, treasury, coverageBps, attributedMass, totalMass, params, limit };
}
