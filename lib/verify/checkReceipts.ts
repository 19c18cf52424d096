import { assetKind } from "../chain/assetKind.ts";
import { addressPayee, splitFee } from "../ledger/index.ts";
import { checkAnswer } from "./checkAnswer.ts";
import { checkShares } from "./checkShares.ts";
import { differ, oneOf, same, UnavailableError } from "./difference.ts";
import type { ReceiptLine, ShareLine } from "./epochLines.ts";
import { CLOCK_SLACK, ownersSince, splitsSince, splitText } from "./holding.ts";
import { sharesByReceipt } from "./payouts.ts";
import type { Session } from "./session.ts";
import { signerOfReceipt } from "./signatures.ts";
import type { AssetHistory, Posting } from "./types.ts";

/** What the chain says about a receipt's model and provider. */
export interface OnChain {
  model: AssetHistory;
  provider: AssetHistory;
  version: AssetHistory["versions"][number];
  /** Unix seconds: what held from here to there may have been applied. */
  from: number;
  until: number;
}

/**
 * Every receipt of an epoch: signature, terms, payees, shares and, where the answer is shown, its attribution.
 * @param earlier epoch of each receipt (lower case) that was distributed before
 * @returns how many attributions were redone, and what of others was not to be had: nothing that could hide a difference further on
 * @throws DifferenceError, UnavailableError
 */
export async function checkReceipts(
  session: Session,
  posting: Posting,
  lines: readonly ReceiptLine[],
  shares: readonly ShareLine[],
  earlier: ReadonlyMap<string, number>,
): Promise<{ attributed: number; missing: UnavailableError | null }> {
  const epoch = posting.id;
  const rowsOf = sharesByReceipt(shares);
  const until = await session.source.facts.timeOf(posting.block);
  let attributed = 0;
  let missing: UnavailableError | null = null;
  let previous = "";
  for (const line of lines) {
    const id = line.receipt.id.toLowerCase();
    const where = { epoch, file: "receipts", row: `receipt ${id}` } as const;
    if (id <= previous) differ(where, "place", "after all smaller ids, once", `after ${previous}`);
    previous = id;
    if (earlier.has(id)) same(where, "epoch", epoch, earlier.get(id));
    const onChain = await checkReceipt(session, epoch, line, until);
    const rows = rowsOf.get(id) ?? [];
    rowsOf.delete(id);
    const ledger = await session.ledgers.entries(session.source, line.receipt.model, onChain.version);
    checkShares(session, epoch, line, rows, ledger);
    try {
      if (await checkAnswer(session, epoch, line, rows, onChain)) attributed++;
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      missing ??= error;
    }
  }
  for (const [id] of rowsOf) {
    differ({ epoch, file: "shares", row: `receipt ${id}` }, "receipt", "one of the receipts file", "none of it");
  }
  return { attributed, missing };
}

async function checkReceipt({ source, terms }: Session, epoch: number, line: ReceiptLine, until: number) {
  const { receipt, split, payees } = line;
  const where = { epoch, file: "receipts", row: `receipt ${receipt.id.toLowerCase()}` } as const;
  same(where, "gateway", terms.gateway, receipt.gateway);
  same(where, "signer", terms.gateway, await signerOfReceipt(terms, receipt, line.signature));
  const servedAt = Number(receipt.servedAt);
  if (servedAt > until) differ(where, "servedAt", `at most ${until}, the time of the post`, servedAt);

  const [model, provider] = await Promise.all([
    source.facts.asset(receipt.model),
    source.facts.asset(receipt.provider),
  ]);
  same(where, "kind of the model’s asset", assetKind.model, model.kind);
  same(where, "kind of the provider’s asset", assetKind.provider, provider.kind);
  const version = model.versions.find((published) => published.version === receipt.version);
  if (!version) return differ(where, "version", `one of model ${receipt.model}`, receipt.version);

  const from = servedAt - CLOCK_SLACK;
  oneOf(where, "split", splitsSince(model.splits, from, until).map(splitText), splitText(split));
  const parts = splitFee(receipt.fee, split);
  const payeesOf = ({ owners }: AssetHistory) => ownersSince(owners, from, until).map(addressPayee);
  oneOf(where, "owner’s payee", parts.owner > 0n ? payeesOf(model) : [null], payees.owner);
  oneOf(where, "provider’s payee", parts.provider > 0n ? payeesOf(provider) : [null], payees.provider);
  return { model, provider, version, from, until } satisfies OnChain;
}
