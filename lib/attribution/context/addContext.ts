import type { BitsTable } from "../parseBits.ts";
import type { Attribution, ContributionKind } from "../types.ts";
import { attributeContext, type ContextAttribution, DEFAULT_CONTEXT_BPS } from "./attributeContext.ts";
import { type LoggedPassage, passagesOfLog } from "./contextLog.ts";
import { type PoolSplit, splitPool } from "./splitPool.ts";

export interface BothChannels {
  context: ContextAttribution;
  /** How the two share the pool. */
  pool: PoolSplit;
  contextBps: number;
}

/**
 * Adds what the passages of the prompt explain to what an answer repeats word for word. @param exact what `attribute` said of the answer,
 * complete: its own shares are of what the passages leave. @param texts of the ledger by its order; those that the log does not name may be
 * missing
 * @throws RangeError as `passagesOfLog` and `attributeContext` do
 */
export function addContext(
  exact: Attribution,
  kinds: readonly ContributionKind[],
  bits: BitsTable,
  log: readonly LoggedPassage[],
  texts: ArrayLike<string>,
  contextBps = DEFAULT_CONTEXT_BPS,
): BothChannels {
  const context = attributeContext(exact, passagesOfLog(log, texts), kinds, bits, { contextBps });
  return { context, pool: splitPool(exact, context), contextBps };
}
