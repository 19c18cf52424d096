import { buildIndex, parseBits, spansOf } from "../../../lib/attribution/index.ts";
import { addressPayee, receiptPayouts, type ShareRow, targetPayee } from "../../../lib/ledger/index.ts";
import { attributeAgain, type LedgerLine } from "../../../lib/verify/index.ts";
import { type Check, type Claim, same, sameRows } from "./types.ts";

/** Attributes the answer again and compares the result, what of it is shown, and the money with the record. */
export function checkShares(lines: readonly LedgerLine[], answer: string, bitsTsv: string, claim: Claim): Check[] {
  const bits = parseBits(bitsTsv);
  const again = attributeAgain(buildIndex(lines), lines, claim.ledgerRoot, answer, bits, claim.params);
  const { result, hash, shares: recomputed } = again;
  const { treasury, coverageBps } = result;
  const spans = spansOf(result).map(({ start, end, contribution }) => [start, end, lines[contribution]!.id]);
  const spanRows = (spans: readonly (readonly (number | bigint)[])[]) =>
    new Map(
      spans.map(([start, end, contribution]) => [`characters ${start} to ${end}`, `contribution ${contribution}`]),
    );
  return [
    same("Word table’s hash", bits.hash, claim.bitsHash ?? "none"),
    same("Result’s hash, as signed", hash, claim.resultHash),
    sameRows("Shares, of 1,000,000,000", shareRows(recomputed), shareRows(claim.shares), ["share", "shares"]),
    same("Share of nobody, to the treasury", String(treasury), String(claim.treasuryShare)),
    same("Attributed part", `${coverageBps} bps`, `${claim.coverageBps} bps`),
    ...(claim.spans
      ? [sameRows("Highlighted phrases", spanRows(spans), spanRows(claim.spans), ["phrase", "phrases"])]
      : []),
    ...checkMoney(claim, recomputed),
  ];
}

/** What each contribution has, and whose it is. */
export const shareRows = (rows: readonly ShareRow[]) =>
  new Map(rows.map((row) => [`contribution ${row.contribution}`, `${row.share} to ${addressOf(row.payee)}`]));

/** Whether the fee was split as the record's split says, to the wei, and every payee got its part. */
export function checkMoney(claim: Claim, shares: readonly ShareRow[]): Check[] {
  const { fee, split, params, payouts, model, chain } = claim;
  const payeeOf = (role: string) =>
    payouts.find((payout) => payout.role === role)?.payee ?? addressPayee(chain.treasury);
  const payees = {
    owner: payeeOf("owner"),
    provider: payeeOf("provider"),
    stakers: targetPayee(model),
    protocol: addressPayee(chain.treasury),
  };
  const redone = receiptPayouts(fee, split, shares, payees, params.scale);
  const parts = (rows: readonly { contribution: bigint; amount: bigint }[]) =>
    new Map(rows.map((row) => [`contribution ${row.contribution}`, `${row.amount} wei`]));
  const payoutRows = (rows: Claim["payouts"]) =>
    new Map(rows.map((row) => [`${row.role} ${addressOf(row.payee)}`, `${row.amount} wei`]));
  const sum = payouts.reduce((total, { amount }) => total + amount, 0n);
  return [
    sameRows("Amounts by contribution", parts(redone.parts), parts(claim.shares), ["amount", "amounts"]),
    sameRows("Payouts by role and payee", payoutRows(redone.payouts), payoutRows(payouts), ["payout", "payouts"]),
    same("Payouts add up to the fee", `${sum} wei`, `${fee} wei`),
  ];
}

/** A payee as an address where it is one. */
const addressOf = (payee: string) => {
  const bytes = payee.slice(2).toLowerCase();
  return bytes.length === 64 && bytes.startsWith("0".repeat(24)) ? `0x${bytes.slice(24)}` : `0x${bytes}`;
};
