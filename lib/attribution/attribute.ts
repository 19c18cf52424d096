import { bitsOfTokens } from "./bitsOfTokens.ts";
import type { AttributionIndex } from "./buildIndex.ts";
import { creditRows } from "./creditRows.ts";
import { resolveParams } from "./params.ts";
import type { BitsTable } from "./parseBits.ts";
import { shareOut } from "./shareOut.ts";
import { tokenise } from "./tokenise.ts";
import { traceEvidence } from "./traceEvidence.ts";
import type { Attribution, Params } from "./types.ts";

export interface AttributeOptions {
  /** Number of contributions, from the first, that are eligible; all by default. */
  limit?: number;
  params?: Partial<Params>;
}

/**
 * Attributes `answer` to the contributions of `index` by `lona-1`. Pure and deterministic: the same input gives the same integers on
 * every engine, however the ledger is cut into tiers. The shares and the treasury add up to `params.scale` exactly, also for an empty
 * answer (all to the treasury). What a removed contribution earns goes to the treasury.
 * Throws a RangeError for a limit or parameter outside of its bounds.
 */
export function attribute(
  index: AttributionIndex,
  answer: string,
  bits: BitsTable,
  options: AttributeOptions = {},
): Attribution {
  const params = resolveParams(options.params);
  const { kinds, removed, vocabulary } = index;
  const limit = options.limit ?? kinds.length;
  if (!Number.isInteger(limit) || limit < 0 || limit > kinds.length) {
    throw new RangeError(`limit is ${limit}; give a whole number from 0 to ${kinds.length}, the ledger's length`);
  }
  const tokens = tokenise(answer);
  const numbers = vocabulary.numbersOf(answer, tokens);
  const tokenBits = bitsOfTokens(tokens, numbers, vocabulary, bits, params.maxTokenBits);
  const rows = traceEvidence(index, numbers, tokenBits, limit, params);
  const credit = creditRows(rows, tokenBits, (contribution) => kinds[contribution]!);
  const { attributedMass, totalMass } = credit;
  return { tokens, rows, ...shareOut(credit, params, removed), attributedMass, totalMass, params, limit };
}
