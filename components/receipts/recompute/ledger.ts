import { ledgerRoot } from "../../../lib/attribution/index.ts";
import { isBound, type LedgerLine } from "../../../lib/verify/index.ts";
import { type Check, type Claim, same } from "./types.ts";

const EVERY = 20;

/** Whether each contribution's root belongs to its text and contributor, and the ledger's root to all of them. */
export function checkLedger(lines: readonly LedgerLine[], claim: Claim, onProgress: (done: number) => void): Check[] {
  const wrong: LedgerLine[] = [];
  for (const [i, line] of lines.entries()) {
    if (!isBound(line)) wrong.push(line);
    if (i % EVERY === 0) onProgress(i);
  }
  const count = lines.length.toLocaleString("en-GB");
  const roots: Check = {
    name: "Every contribution’s root belongs to its text",
    ok: wrong.length === 0,
    value: `${count} texts`,
    ...(wrong.length > 0 && {
      detail: `the text of contribution ${wrong.map((line) => line.id).join(", ")} is not what its root binds`,
    }),
  };
  return [
    roots,
    same("Ledger size", String(lines.length), String(claim.ledgerSize)),
    same("Ledger root", ledgerRoot(lines), claim.ledgerRoot),
  ];
}
