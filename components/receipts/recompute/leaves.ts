import {
  addressPayee,
  buildSumTree,
  cumulativeLeaves,
  type Leaf,
  receiptPayouts,
  targetPayee,
} from "../../../lib/ledger/index.ts";
import {
  type Before,
  type EpochTexts,
  linesOf,
  type Posted,
  parseLeaves,
  type ReceiptLine,
  receiptLines,
  type ShareLine,
} from "./epochLines.ts";
import { type Check, type Claim, same, sameRows } from "./types.ts";

/** Redoes every payout of the epoch from its receipts and shares, and from them what each payee has in all. */
export function checkLeaves(
  claim: Claim,
  { receipts, shares }: EpochTexts,
  leaves: readonly Leaf[],
  posted: Posted,
  before: Before,
): Check[] {
  const previous = before ? parseLeaves(before.leaves) : [];
  const checks = before
    ? [same(`Leaves of epoch ${before.posted.id}, as on chain`, buildSumTree(previous).root, before.posted.root)]
    : [];
  const name = "Amounts of all payees, from receipts and shares";
  const treasury = addressPayee(claim.chain.treasury);
  let redone: Leaf[];
  try {
    redone = cumulativeLeaves(previous, payoutsOf(claim, receiptLines(receipts), shares), posted.total, treasury);
  } catch (error) {
    return [...checks, { name, ok: false, detail: error instanceof Error ? error.message : String(error) }];
  }
  const rows = (of: readonly Leaf[]) => new Map(of.map(({ payee, amount }) => [payee.toLowerCase(), `${amount} wei`]));
  return [...checks, sameRows(name, rows(redone), rows(leaves), ["leaf", "leaves"])];
}

function payoutsOf({ params, chain }: Claim, lines: readonly ReceiptLine[], shares: string): Leaf[] {
  const byReceipt = Map.groupBy(linesOf<ShareLine>(shares), ({ receipt }) => receipt.toLowerCase());
  const treasury = addressPayee(chain.treasury);
  return lines.flatMap(({ receipt, split, payees }) => {
    const rows = (byReceipt.get(receipt.id.toLowerCase()) ?? []).map(({ contribution, payee, share }) => ({
      ...{ contribution: BigInt(contribution), payee: addressPayee(payee), share },
    }));
    const roles = {
      owner: payees.owner ?? treasury, // null: its part is nothing
      provider: payees.provider ?? treasury,
      stakers: targetPayee(receipt.model),
      protocol: treasury,
    };
    return receiptPayouts(receipt.fee, split, rows, roles, params.scale).payouts;
  });
}
