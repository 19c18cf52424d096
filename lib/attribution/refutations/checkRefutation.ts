import { answerHash } from "../answerHash.ts";
import type { BitsTable } from "../parseBits.ts";
import { tokenise } from "../tokenise.ts";
import { arithmeticProblem } from "./arithmeticProblem.ts";
import { endsBefore, entryProblem, textProblem, wordAt } from "./openText.ts";
import type { Claim, OpenedText, Refutation } from "./types.ts";

/**
 * Checks one refutation of a claim. The caller has made sure that `resultHash(claim.result)` is what was signed.
 * @returns undefined when the claim is refuted, else a sentence why this does not refute it
 */
export function checkRefutation(claim: Claim, bits: BitsTable, refutation: Refutation): string | undefined {
  const { result, answer } = claim;
  if (answerHash(answer) !== result.answerHash) return "the answer is not the one that was attributed";
  if (bits.hash !== result.bitsHash) return "the bits table is not the one that was used";
  if (refutation.type === "arithmetic") return arithmeticProblem(claim, bits) ? undefined : "rows and shares agree";
  if (refutation.type === "kind") return checkKind(claim, refutation);
  const problem = textProblem(refutation.opened, claim);
  if (problem) return problem;
  const words = tokenise(answer).map(({ word }) => word);
  if (refutation.type === "absent") return checkAbsent(claim, refutation, words);
  if (refutation.type === "notFirst") return checkNotFirst(claim, refutation, words);
  return checkMissed(claim, bits, refutation, words);
}

type Of<Type extends Refutation["type"]> = Extract<Refutation, { type: Type }>;

function checkKind(claim: Claim, { opened }: Of<"kind">): string | undefined {
  const problem = entryProblem(opened, claim);
  if (problem) return problem;
  const { rows, shares } = claim.result;
  const isPaid = shares.some(({ contribution }) => contribution === opened.index);
  const hasRow = rows.some(({ contribution }) => contribution === opened.index);
  if (isPaid && opened.kind !== "paid") return undefined;
  if (hasRow && opened.kind === "void") return undefined;
  return `contribution ${opened.index} is ${opened.kind}, as the claim has it`;
}

function checkAbsent(
  { result }: Claim,
  { row: place, opened }: Of<"absent">,
  words: readonly string[],
): string | undefined {
  const row = result.rows[place];
  if (!row) return `the claim has no row ${place}`;
  if (opened.entry.index !== row.contribution) return "another contribution is opened";
  if (endsBefore(opened, row.offset + row.to)) return undefined;
  for (let k = 0; k < row.to; k++) {
    const word = wordAt(opened, row.offset + k);
    if (word !== undefined && word !== words[row.start + k]) return undefined;
  }
  return "no opened word differs";
}

function checkNotFirst({ result }: Claim, refutation: Of<"notFirst">, words: readonly string[]): string | undefined {
  const row = result.rows[refutation.row];
  if (!row) return `the claim has no row ${refutation.row}`;
  if (refutation.words < row.from || refutation.words > row.to) return "the row has no n-gram of this length";
  if (refutation.opened.entry.index >= row.contribution) return "the contribution is not earlier";
  return checkHeld(refutation, words.slice(row.start, row.start + refutation.words));
}

function checkMissed(
  { result }: Claim,
  bits: BitsTable,
  refutation: Of<"missed">,
  words: readonly string[],
): string | undefined {
  const { start, words: count, opened } = refutation;
  const { minWords, maxWords, minBits, maxTokenBits } = result.params;
  const gram = words.slice(start, start + count);
  const sum = gram.reduce((total, word) => total + Math.min(maxTokenBits, bits.bitsOf(word)), 0);
  if (gram.length < count || count < minWords || count > maxWords || sum < minBits) return "the n-gram does not count";
  if (opened.entry.kind === "void") return "a void contribution does not make an n-gram count";
  if (result.rows.some((row) => row.start === start && row.from <= count && count <= row.to))
    return "a row has the n-gram";
  return checkHeld(refutation, gram);
}

function checkHeld(
  { offset, opened }: { offset: number; opened: OpenedText },
  gram: readonly string[],
): string | undefined {
  const differs = gram.findIndex((word, k) => wordAt(opened, offset + k) !== word);
  return differs < 0
    ? undefined
    : `word ${offset + differs} of the contribution is not that of the n-gram, or is not opened`;
}
