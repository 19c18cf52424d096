import { CONTEXT_METHOD } from "../../../lib/attribution/context/index.ts";
import { type BitsTable, buildIndex, parseBits, spansOf } from "../../../lib/attribution/index.ts";
import { addressPayee, type Channel, receiptPayouts, type ShareRow, targetPayee } from "../../../lib/ledger/index.ts";
import { attributeAgain, attributeBothAgain, type LedgerLine, nameOf, type Redone } from "../../../lib/verify/index.ts";
import { inOpen, inPercent, sameAmount, sameCoverage } from "./shown.ts";
import { type Check, type Claim, notChecked, same, sameRows } from "./types.ts";

const PHRASES = "Highlighted phrases";

/** Attributes the answer again and compares the result, what of it is shown, and the money with the record. */
export function checkShares(lines: readonly LedgerLine[], answer: string, bitsTsv: string, claim: Claim): Check[] {
  const bits = parseBits(bitsTsv);
  const again = againBy(lines, answer, bits, claim);
  if ("ok" in again) return [again];
  const { result, hash, treasury, residualBps, shares: recomputed } = again;
  const { coverageBps } = result;
  const sharesOf = (name: string, channel: Channel) =>
    sameRows(name, shareRows(recomputed, channel), shareRows(claim.shares, channel), ["share", "shares"]);
  const spans = spansOf(result).map(({ start, end, contribution }) => [start, end, lines[contribution]!.id]);
  const spanRows = (spans: readonly (readonly (number | bigint)[])[]) =>
    new Map(
      spans.map(([start, end, contribution]) => [`characters ${start} to ${end}`, `contribution ${contribution}`]),
    );
  return [
    same("Word table’s hash", bits.hash, claim.bitsHash ?? "none"),
    same("Result’s hash, as signed", hash, claim.resultHash),
    ...(residualBps === null
      ? [sharesOf("Shares, of 1,000,000,000", "exact")]
      : [
          sharesOf("Shares word for word, of 1,000,000,000", "exact"),
          sharesOf("Shares in context, of 1,000,000,000", "context"),
          same("Part that is in other words", inPercent(residualBps), inPercent(claim.residualBps)),
        ]),
    same("Share of nobody, to the treasury", String(treasury), String(claim.treasuryShare)),
    sameCoverage(coverageBps, claim),
    claim.spans
      ? sameRows(PHRASES, spanRows(spans), spanRows(claim.spans), ["phrase", "phrases"])
      : notChecked(PHRASES, "the page shows none of a private answer"),
    ...checkMoney(claim, recomputed),
  ];
}

/** By the method that the record names; a prompt that cannot have been is told. */
function againBy(lines: readonly LedgerLine[], answer: string, bits: BitsTable, claim: Claim): Redone | Check {
  const { ledgerRoot, method, passages } = claim;
  const { contextBps, ...params } = claim.params;
  const index = buildIndex(lines);
  if (method !== CONTEXT_METHOD) return attributeAgain(index, lines, ledgerRoot, answer, bits, params);
  const name = "Passages of the prompt";
  if (passages === null)
    return notChecked(name, "a private prompt is shown to its payer only, so the shares cannot be redone here");
  const texts = lines.map(({ text }) => text);
  try {
    const prompt = { passages, texts, ...(contextBps !== undefined && { contextBps }) };
    return attributeBothAgain(index, lines, ledgerRoot, answer, bits, prompt, params);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { name, ok: false, detail: error.message };
  }
}

/** What each contribution has in a channel, and whose it is. */
export const shareRows = (rows: readonly ShareRow[], channel: Channel = "exact") =>
  new Map(
    rows
      .filter((row) => (row.channel ?? "exact") === channel)
      .map((row) => [`contribution ${row.contribution}`, `${row.share} to ${addressOf(row.payee)}`]),
  );

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
  const parts = (rows: readonly { contribution: bigint; amount: bigint }[], of: readonly { channel?: Channel }[]) =>
    new Map(rows.map((row, i) => [nameOf({ ...row, channel: of[i]!.channel }), inOpen(row.amount)]));
  const payoutRows = (rows: Claim["payouts"]) =>
    new Map(rows.map((row) => [`${row.role} ${addressOf(row.payee)}`, inOpen(row.amount)]));
  const sum = payouts.reduce((total, { amount }) => total + amount, 0n);
  return [
    sameRows("Amounts by contribution", parts(redone.parts, shares), parts(claim.shares, claim.shares), [
      "amount",
      "amounts",
    ]),
    sameRows("Payouts by role and payee", payoutRows(redone.payouts), payoutRows(payouts), ["payout", "payouts"]),
    sameAmount("Payouts add up to the fee", sum, fee),
  ];
}

/** A payee as an address where it is one. */
const addressOf = (payee: string) => {
  const bytes = payee.slice(2).toLowerCase();
  return bytes.length === 64 && bytes.startsWith("0".repeat(24)) ? `0x${bytes.slice(24)}` : `0x${bytes}`;
};
