import { type AttributeOptions, attribute } from "../attribute.ts";
import type { AttributionIndex } from "../buildIndex.ts";
import type { BitsTable } from "../parseBits.ts";
import type { Attribution } from "../types.ts";
import { attributeContext, type ContextAttribution, DEFAULT_CONTEXT_BPS } from "./attributeContext.ts";
import { type LoggedPassage, passagesOfLog } from "./contextLog.ts";
import { type PoolSplit, splitPool } from "./splitPool.ts";

export interface BothChannels {
  /** What the exact channel alone would say: its rows, spans and coverage are the answer's. */
  exact: Attribution;
  context: ContextAttribution;
  /** How the two share the pool. */
  pool: PoolSplit;
  contextBps: number;
}

export interface BothOptions extends AttributeOptions {
  contextBps?: number;
}

/**
 * Attributes an answer whose prompt held passages: first what it repeats word for word, then, of what is left, what the passages explain.
 * @param texts of the ledger, in the index's order
 * @throws RangeError as `attribute`, `passagesOfLog` and `attributeContext` do
 */
export function attributeBoth(
  index: AttributionIndex,
  answer: string,
  bits: BitsTable,
  log: readonly LoggedPassage[],
  texts: ArrayLike<string>,
  { contextBps = DEFAULT_CONTEXT_BPS, ...options }: BothOptions = {},
): BothChannels {
  const exact = attribute(index, answer, bits, options);
  // What a removed contribution explains goes to the treasury here too: it counts and is not paid, as commons are.
  const kinds = index.kinds.map((kind, i) => (index.removed.has(i) ? "commons" : kind));
  const context = attributeContext(exact, passagesOfLog(log, texts), kinds, bits, { contextBps });
  return { exact, context, pool: splitPool(exact, context), contextBps };
}
