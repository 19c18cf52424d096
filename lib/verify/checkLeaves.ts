import {
  addressPayee,
  cumulativeLeaves,
  type Leaf,
  type Redirects,
  redirected,
  type SumTree,
  sumTreeOf,
} from "../ledger/index.ts";
import { differ, same } from "./difference.ts";
import type { ReceiptLine, ShareLine } from "./epochLines.ts";
import { payoutsOf, sharesByReceipt } from "./payouts.ts";
import type { Posting, Terms } from "./types.ts";

/**
 * The leaves that an epoch must have, from what its receipts pay and what stood before. @param redirects at its snapshot block
 * @throws RangeError when they promise too much
 */
export function leavesOf(
  previous: readonly Leaf[],
  receipts: readonly ReceiptLine[],
  shares: readonly ShareLine[],
  sealedTotal: bigint,
  { treasury }: Pick<Terms, "treasury">,
  redirects: Redirects,
  scale?: number,
): Leaf[] {
  const rowsOf = sharesByReceipt(shares);
  const payouts = receipts.flatMap(
    (line) => payoutsOf(line, rowsOf.get(line.receipt.id.toLowerCase()) ?? [], treasury, scale).payouts,
  );
  const rest = addressPayee(treasury);
  return cumulativeLeaves(previous, redirected(payouts, redirects, rest), sealedTotal, rest);
}

/** Leaves, their root and their sum: redone, as in the file, and as posted. @throws DifferenceError */
export function checkLeaves(posting: Posting, expected: readonly Leaf[], found: readonly Leaf[]): void {
  const whole = { epoch: posting.id, file: "leaves", row: null } as const;
  const amounts = (of: readonly Leaf[]) => new Map(of.map(({ payee, amount }) => [payee, amount]));
  const [due, promised] = [amounts(expected), amounts(found)];
  for (const payee of [...found, ...expected].map((leaf) => leaf.payee)) {
    same({ ...whole, row: `payee ${payee}` }, "amount", due.get(payee), promised.get(payee));
  }
  // All of them are there; now in their order, and once.
  for (let i = 0; i < Math.max(expected.length, found.length); i++) {
    same({ ...whole, row: `line ${i + 1}` }, "payee", expected[i]?.payee, found[i]?.payee);
  }
  const tree = treeOf(found);
  const onChain = { epoch: posting.id, file: "chain", row: null } as const;
  same(onChain, "root", tree?.root, posting.root);
  same(onChain, "total", tree?.total, posting.total);
}

/** The tree over the leaves of a file, in whatever order they are; null when no tree can hold them. */
export function treeOf(leaves: readonly Leaf[]): SumTree | null {
  try {
    return sumTreeOf(leaves);
  } catch {
    return null; // too few, or an amount or sum beyond 128 bits
  }
}

/** Whether no more is promised than was sealed since the epoch before. @throws DifferenceError */
export function checkSum(posting: Posting, previous: readonly Leaf[], receipts: readonly ReceiptLine[]): void {
  const before = previous.reduce((sum, { amount }) => sum + amount, 0n);
  const fees = receipts.reduce((sum, { receipt }) => sum + receipt.fee, 0n);
  const sealed = posting.total - before;
  const where = { epoch: posting.id, file: "receipts", row: null } as const;
  if (fees > sealed) differ(where, "sum of fees", `at most ${sealed}, what was sealed`, fees);
}
