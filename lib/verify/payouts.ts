import type { Address } from "viem";
import { defaultParams } from "../attribution/index.ts";
import { addressPayee, receiptPayouts, targetPayee } from "../ledger/index.ts";
import type { ReceiptLine, ShareLine } from "./epochLines.ts";

/**
 * Where a receipt's fee goes by the epoch's files, and each share's part of it.
 * @param rows the receipt's own. @param scale what all shares of an answer add up to.
 * @throws RangeError as `receiptPayouts` does.
 */
export function payoutsOf(
  { receipt, split, payees }: ReceiptLine,
  rows: readonly Pick<ShareLine, "contribution" | "payee" | "share" | "channel">[],
  treasury: Address,
  scale = defaultParams.scale,
) {
  const protocol = addressPayee(treasury);
  const shares = rows.map(({ contribution, payee, share, channel }) => {
    return { contribution, payee: addressPayee(payee), share, channel };
  });
  const roles = {
    owner: payees.owner ?? protocol, // null: its part is nothing
    provider: payees.provider ?? protocol,
    stakers: targetPayee(receipt.model),
    protocol,
  };
  return receiptPayouts(receipt.fee, split, shares, roles, scale);
}

/** Rows of a shares file by receipt (lower case). */
export const sharesByReceipt = (rows: readonly ShareLine[]): Map<string, ShareLine[]> =>
  Map.groupBy(rows, ({ receipt }) => receipt.toLowerCase());
