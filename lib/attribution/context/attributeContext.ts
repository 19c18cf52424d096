import { MASS_PER_BIT_UNIT } from "../creditRows.ts";
import type { BitsTable } from "../parseBits.ts";
import { tokenise } from "../tokenise.ts";
import type { Attribution, ContributionKind, Share } from "../types.ts";
import { creditPassages } from "./creditPassages.ts";
import { distinctPassages } from "./distinctPassages.ts";
import { residualTokens } from "./residualTokens.ts";

/** Part of the pool that the context channel may take from an answer no word of which is traced exactly. */
export const DEFAULT_CONTEXT_BPS = 2500;

/** A passage that stood in the model's prompt, as the gateway logged it. */
export interface ContextPassage {
  /** Ledger index of its contribution. */
  contribution: number;
  /** Token of the contribution at which it begins: with the contribution, its place in the ledger. */
  offset: number;
  text: string;
}

/** What the passages of the prompt explain of an answer beyond what was traced exactly. */
export interface ContextAttribution {
  /** Out of `params.scale`, sorted by contribution; 0 is left out. Nothing in common with the exact shares. */
  shares: Share[];
  /** Sum of the shares: never above `contextBps` of the scale times the residual's part of the answer. */
  total: number;
  /** Part of the answer's mass that was not traced exactly, in basis points. */
  residualBps: number;
}

export interface ContextOptions {
  /** 0 to 10,000. */
  contextBps?: number;
}

/**
 * Credits the tokens that no counting n-gram covers (`Z_i = 0`) to the passages that were in the prompt: for answers in other
 * words than the sources'. A residual token of mass `m_i = bits_i · 65536` that stands in a passage explains `m_i` where a
 * neighbour stands beside it in both (a bigram), else a third of it; that is split 3 : 1 between contributions with and without
 * the bigram, each counted once, and `share_c = floor(scale · contextBps · E_c / (10000 · M))`. Of passages that repeat one
 * another only the earliest in ledger order counts. Integers only; the order of `passages` does not matter.
 *
 * Capped because it is not proven that no split of a text gains (specification, section 4).
 * @throws RangeError for a `contextBps` or a contribution outside of its bounds.
 */
export function attributeContext(
  exact: Attribution,
  passages: readonly ContextPassage[],
  kinds: readonly ContributionKind[],
  bits: BitsTable,
  { contextBps = DEFAULT_CONTEXT_BPS }: ContextOptions = {},
): ContextAttribution {
  if (!Number.isInteger(contextBps) || contextBps < 0 || contextBps > 10_000) {
    throw new RangeError(`contextBps is ${contextBps}; give a whole number from 0 to 10000`);
  }
  for (const { contribution } of passages) {
    if (contribution in kinds && contribution < exact.limit) continue;
    throw new RangeError(`a passage is from contribution ${contribution}; the answer's ledger has ${exact.limit}`);
  }
  const { params, totalMass, tokens } = exact;
  const tokenBits = tokens.map(({ word }) => Math.min(params.maxTokenBits, bits.bitsOf(word)));
  const residual = residualTokens(exact.rows, tokens.length);
  const read = passages
    .filter(({ contribution }) => kinds[contribution] !== "void")
    .map(({ contribution, offset, text }) => ({ contribution, offset, words: tokenise(text).map(({ word }) => word) }));
  const explained = creditPassages(
    tokens.map(({ word }) => word),
    tokenBits,
    residual,
    distinctPassages(read),
  );

  const shares: Share[] = [];
  let total = 0;
  for (const [contribution, mass] of [...explained].sort(([a], [b]) => a - b)) {
    if (kinds[contribution] !== "paid") continue;
    const share = Number((BigInt(params.scale) * BigInt(contextBps) * mass) / (10_000n * totalMass));
    if (share === 0) continue;
    shares.push({ contribution, share });
    total += share;
  }
  let residualMass = 0n;
  for (const [i, isResidual] of residual.entries())
    if (isResidual) residualMass += BigInt(tokenBits[i]! * MASS_PER_BIT_UNIT);
  const residualBps = totalMass === 0n ? 0 : Number((residualMass * 10_000n) / totalMass);
  return { shares, total, residualBps };
}
