import type { Address, Hex } from "viem";
import { contentHash, contributionRoot, ledgerRoot } from "../../../lib/attribution/index.ts";
import type { Check, Claim } from "./types.ts";
import { same } from "./types.ts";

export type LedgerLine = {
  id: bigint;
  kind: "paid" | "commons";
  contributor: Address;
  root: Hex;
  title: string;
  text: string;
};

/**
 * Reads the NDJSON of GET /api/v1/ledgers/{model}/{version}.
 * @throws Error naming the line that is not JSON.
 */
export function parseLedger(ndjson: string): LedgerLine[] {
  return ndjson
    .split("\n")
    .filter((line) => line !== "")
    .map((line, i) => {
      try {
        const row = JSON.parse(line) as Omit<LedgerLine, "id"> & { id: string | number };
        return { ...row, id: BigInt(row.id) };
      } catch {
        throw new Error(`Line ${i + 1} of the ledger is not JSON; the download was cut short. Try again.`);
      }
    });
}

const EVERY = 20;

/** Whether each contribution's root belongs to its text and contributor, and the ledger's root to all of them. */
export function checkLedger(lines: readonly LedgerLine[], claim: Claim, onProgress: (done: number) => void): Check[] {
  const wrong: LedgerLine[] = [];
  for (const [i, line] of lines.entries()) {
    if (contributionRoot([contentHash(line.text)], line.contributor) !== line.root) wrong.push(line);
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
