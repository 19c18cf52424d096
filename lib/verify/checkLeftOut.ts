import { differ, UnavailableError } from "./difference.ts";
import type { ReceiptLine } from "./epochLines.ts";
import { type Session, standingBefore } from "./session.ts";
import type { Posting } from "./types.ts";

/**
 * Whether every receipt is there whose fee was drawn for the epoch: what was drawn from a payer since the standing epoch's seal, and no receipt
 * in the file takes, must not have been enough for one that the gateway keeps for these epochs.
 * @returns what could not be looked at, in a sentence; null when all could
 * @throws DifferenceError that names the receipt
 */
export async function checkLeftOut(
  { source, terms }: Session,
  posting: Posting,
  postings: readonly Posting[],
  receipts: readonly ReceiptLine[],
): Promise<string | null> {
  const epoch = posting.id;
  const after = standingBefore(postings, epoch)?.id ?? 0;
  const left = new Map(await source.facts.drawn(terms.gateway, after, epoch));
  for (const { receipt } of receipts) {
    const payer = receipt.payer.toLowerCase();
    left.set(payer, (left.get(payer) ?? 0n) - receipt.fee);
  }
  const open = [...left.values()].filter((wei) => wei > 0n);
  if (open.length === 0) return null;
  try {
    const listed = new Set(receipts.map(({ receipt }) => receipt.id.toLowerCase()));
    for (const { id, payer, fee } of await source.booked(after, epoch)) {
      if (listed.has(id.toLowerCase()) || fee === 0n || fee > (left.get(payer.toLowerCase()) ?? 0n)) continue;
      differ({ epoch, file: "receipts", row: `receipt ${id}` }, "place", "in the file: its fee was drawn", "left out");
    }
  } catch (error) {
    if (!(error instanceof UnavailableError)) throw error;
    return `receipts were drawn for that are not in the file, and which these are cannot be asked: ${error.message}`;
  }
  return null;
}
