import { attribute } from "../attribute.ts";
import { buildIndex } from "../buildIndex.ts";
import type { BitsTable } from "../parseBits.ts";
import { tokenise } from "../tokenise.ts";
import type { EvidenceRow } from "../types.ts";
import { arithmeticProblem } from "./arithmeticProblem.ts";
import { type HeldContribution, openEntry, openText } from "./openText.ts";
import type { Claim, Refutation } from "./types.ts";

/**
 * Recomputes a claim from the ledger and shows the first way in which it is wrong; undefined when it is right. `ledger` holds the entries
 * under the claim's ledger root, each of one item.
 */
export function refute(claim: Claim, ledger: readonly HeldContribution[], bits: BitsTable): Refutation | undefined {
  const { result, answer } = claim;
  const truth = attribute(buildIndex(ledger), answer, bits, { params: result.params });
  return (
    wrongRow(claim, ledger, truth.rows) ??
    missedRow(claim, ledger, truth.rows) ??
    wrongKind(claim, ledger) ??
    (arithmeticProblem(claim, bits) ? { type: "arithmetic" } : undefined)
  );
}

function wrongRow(
  { result, answer }: Claim,
  ledger: readonly HeldContribution[],
  truth: readonly EvidenceRow[],
): Refutation | undefined {
  const words = tokenise(answer).map(({ word }) => word);
  for (const [place, row] of result.rows.entries()) {
    const { start, from, to, contribution, offset } = row;
    if (contribution >= ledger.length) continue;
    const held = tokenise(ledger[contribution]!.text);
    for (let k = 0; k < to; k++) {
      const at = offset + k;
      if (held[at]?.word === words[start + k]) continue;
      return { type: "absent", row: place, opened: openText(ledger, contribution, at, at + 1) };
    }
    const earlier = truth.find(
      (real) => real.start === start && real.from <= to && real.to >= from && real.contribution < contribution,
    );
    const first = earlier ?? firstVoid(words.slice(start, start + from), ledger.slice(0, contribution));
    if (!first) continue;
    const count = earlier ? Math.max(from, earlier.from) : from;
    const opened = openText(ledger, first.contribution, first.offset, first.offset + count);
    return { type: "notFirst", row: place, words: count, offset: first.offset, opened };
  }
  return undefined;
}

/** Where a void contribution has the n-gram: the engine lists none. */
function firstVoid(
  gram: readonly string[],
  ledger: readonly HeldContribution[],
): { contribution: number; offset: number } | undefined {
  for (const [contribution, { kind, text }] of ledger.entries()) {
    if (kind !== "void") continue;
    const words = tokenise(text).map(({ word }) => word);
    const offset = words.findIndex((_, at) => gram.every((word, k) => words[at + k] === word));
    if (offset >= 0) return { contribution, offset };
  }
  return undefined;
}

function missedRow(
  { result }: Claim,
  ledger: readonly HeldContribution[],
  truth: readonly EvidenceRow[],
): Refutation | undefined {
  for (const { start, from, to, contribution, offset } of truth) {
    for (let words = from; words <= to; words++) {
      if (result.rows.some((row) => row.start === start && row.from <= words && words <= row.to)) continue;
      return { type: "missed", start, words, offset, opened: openText(ledger, contribution, offset, offset + words) };
    }
  }
  return undefined;
}

function wrongKind({ result }: Claim, ledger: readonly HeldContribution[]): Refutation | undefined {
  const paid = result.shares
    .map(({ contribution }) => contribution)
    .find((place) => ledger[place] && ledger[place].kind !== "paid");
  return paid === undefined ? undefined : { type: "kind", opened: openEntry(ledger, paid) };
}
