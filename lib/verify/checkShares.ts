import { CONTEXT_METHOD, DEFAULT_CONTEXT_BPS } from "../attribution/context/index.ts";
import { defaultParams } from "../attribution/index.ts";
import type { Channel } from "../ledger/index.ts";
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
  const rowOf = (row: ShareLine) => ({ ...whole, row: `${whole.row}, ${nameOf(row)}` });
  let previous: ShareLine | null = null;
  for (const row of rows) {
    const { contribution, payee } = row;
    const where = rowOf(row);
    if (previous && placeOf(row) <= placeOf(previous)) {
      differ(where, "place", "after all smaller contributions, once", `after ${nameOf(previous)}`);
    }
    previous = row;
    const entry = byId.get(contribution);
    if (entry?.kind !== "paid") differ(where, "kind", `paid, in the ledger of model ${model} v${version}`, entry?.kind);
    same(where, "payee", entry.contributor, payee);
  }
  const sum = rows.reduce((total, { share }) => total + share, 0);
  if (sum > defaultParams.scale) differ(whole, "sum of shares", `at most ${defaultParams.scale}`, sum);
  // Seen of private answers too: what passages explain has a cap, and a method.
  const inContext = rows.filter(({ channel }) => channel === "context").reduce((total, { share }) => total + share, 0);
  const cap = line.method === CONTEXT_METHOD ? (defaultParams.scale / 10_000) * DEFAULT_CONTEXT_BPS : 0;
  if (inContext > cap) differ(whole, "sum of context shares", `at most ${cap}`, inContext);
  const { parts } = payoutsOf(line, rows, terms.treasury);
  for (const [i, row] of rows.entries()) same(rowOf(row), "amount", parts[i]!.amount, row.amount);
}

/** Of one contribution, exact stands before context. */
const placeOf = ({ contribution, channel }: ShareLine) => contribution * 2n + (channel === "context" ? 1n : 0n);

/** A row of a receipt in words. */
export const nameOf = ({ contribution, channel }: { contribution: bigint; channel?: Channel | undefined }) =>
  `contribution ${contribution}${channel === "context" ? ", in context" : ""}`;
