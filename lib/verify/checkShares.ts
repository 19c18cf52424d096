import { defaultParams } from "../attribution/index.ts";
import { differ, same } from "./difference.ts";
import type { ReceiptLine, ShareLine } from "./epochLines.ts";
import { payoutsOf } from "./payouts.ts";
import type { Session } from "./session.ts";
import type { VersionLedger } from "./VersionLedgers.ts";

/** A receipt's rows in the shares file: whose the contributions are, and what each is paid. @throws DifferenceError */
export function checkShares(
  { terms }: Session,
  epoch: number,
  line: ReceiptLine,
  rows: readonly ShareLine[],
  { byId }: VersionLedger,
): void {
  const { id, model, version } = line.receipt;
  const whole = { epoch, file: "shares", row: `receipt ${id.toLowerCase()}` } as const;
  const rowOf = (contribution: bigint) => ({ ...whole, row: `${whole.row}, contribution ${contribution}` });
  let previous = -1n;
  for (const { contribution, payee } of rows) {
    const where = rowOf(contribution);
    if (contribution <= previous) differ(where, "place", "after all smaller contributions, once", `after ${previous}`);
    previous = contribution;
    const entry = byId.get(contribution);
    if (entry?.kind !== "paid") differ(where, "kind", `paid, in the ledger of model ${model} v${version}`, entry?.kind);
    same(where, "payee", entry.contributor, payee);
  }
  const sum = rows.reduce((total, { share }) => total + share, 0);
  if (sum > defaultParams.scale) differ(whole, "sum of shares", `at most ${defaultParams.scale}`, sum);
  const { parts } = payoutsOf(line, rows, terms.treasury);
  for (const [i, { contribution, amount }] of rows.entries()) {
    same(rowOf(contribution), "amount", parts[i]!.amount, amount);
  }
}
