import { buildSumTree, type Leaf, type Redirects } from "../../../lib/ledger/index.ts";
import { leavesOf, parseLeaves, receiptLines, shareLines } from "../../../lib/verify/index.ts";
import type { Before, EpochTexts, Posted } from "./epoch.ts";
import { inOpen } from "./shown.ts";
import { type Check, type Claim, same, sameRows } from "./types.ts";

/** Redoes every payout of the epoch from its receipts and shares, and from them what each payee has in all. */
export function checkLeaves(
  { chain, params }: Claim,
  texts: EpochTexts,
  leaves: readonly Leaf[],
  posted: Posted,
  before: Before,
  redirects: Redirects,
): Check[] {
  const previous = before ? parseLeaves(before.leaves) : [];
  const checks = before
    ? [same(`Leaves of epoch ${before.posted.id}, as on chain`, buildSumTree(previous).root, before.posted.root)]
    : [];
  const name = "Amounts of all payees, from receipts and shares";
  const [receipts, shares] = [receiptLines(texts.receipts), shareLines(texts.shares)];
  let redone: Leaf[];
  try {
    redone = leavesOf(previous, receipts, shares, posted.total, chain, redirects, params.scale);
  } catch (error) {
    return [...checks, { name, ok: false, detail: error instanceof Error ? error.message : String(error) }];
  }
  const rows = (of: readonly Leaf[]) => new Map(of.map(({ payee, amount }) => [payee.toLowerCase(), inOpen(amount)]));
  return [...checks, sameRows(name, rows(redone), rows(leaves), ["leaf", "leaves"])];
}
