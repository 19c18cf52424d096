import { type Hex, keccak256 } from "viem";
import { tokenise } from "../attribution/index.ts";
import { feeOf } from "../gateway/chat/pricing.ts";
import { type Receipt, type ShareRow, saltedHash } from "../ledger/index.ts";
import type { ModelDocument } from "../storage/documentSchemas.ts";
import { attributeAgain } from "./attributeAgain.ts";
import type { OnChain } from "./checkReceipts.ts";
import { oneOf, same, UnavailableError } from "./difference.ts";
import type { ReceiptLine, ShareLine } from "./epochLines.ts";
import { ownersSince } from "./holding.ts";
import { influenceAgain } from "./influenceAgain.ts";
import type { Session } from "./session.ts";
import { signerOfServed } from "./signatures.ts";
import type { ShownReceipt } from "./types.ts";

/**
 * What a gateway shows of a receipt, against what it signed and the epoch pays: countersignature, fee, attribution.
 * @returns whether the attribution could be redone; a private answer's text is not shown.
 * @throws DifferenceError, or UnavailableError when the text shown is not the one that was signed
 */
export async function checkAnswer(
  session: Session,
  epoch: number,
  line: ReceiptLine,
  rows: readonly ShareLine[],
  onChain: OnChain,
): Promise<boolean> {
  const { source, terms } = session;
  const { receipt } = line;
  const shown = await source.receipt(receipt.id);
  if (!shown) return false;
  const where = { epoch, file: "receipts", row: `receipt ${receipt.id.toLowerCase()}` } as const;
  if (shown.providerSignature !== null) {
    const served = { receipt: receipt.id, responseHash: receipt.responseHash };
    const owners = ownersSince(onChain.provider.owners, onChain.from, onChain.until);
    oneOf(
      where,
      "signer of the countersignature",
      owners,
      await signerOfServed(terms, served, shown.providerSignature),
    );
  }
  const { salt, question, answer } = shown;
  if (salt === null || question === null || answer === null) return false;
  checkText(receipt, saltedHash(salt, question), saltedHash(salt, answer));
  const document = await readTerms(session, onChain);
  const fee = feeOfAnswer(document, shown, tokenise(question).length, tokenise(answer).length);
  same(where, "fee", fee, receipt.fee);

  const redone = await redo(session, receipt.model, onChain, document, { question, answer });
  const found = new Map(rows.map(({ contribution, share }) => [contribution, share]));
  const expected = new Map(redone.shares.map(({ contribution, share }) => [contribution, share]));
  for (const contribution of [...expected.keys(), ...found.keys()]) {
    const row = `receipt ${receipt.id.toLowerCase()}, contribution ${contribution}`;
    same({ epoch, file: "shares", row }, "share", expected.get(contribution), found.get(contribution));
  }
  same(where, "attributionHash", redone.hash, receipt.attributionHash);
  return true;
}

/** The gateway's signature binds the hashes: another text is no fault of the epoch. */
function checkText({ id, requestHash, responseHash }: Receipt, request: string, response: string): void {
  if (request === requestHash.toLowerCase() && response === responseHash.toLowerCase()) return;
  throw new UnavailableError(`the text shown of receipt ${id} is not the one that was signed`);
}

/** What of a model's document counts here. */
type ModelTerms = Pick<ModelDocument, "price" | "method" | "classifier">;

async function readTerms({ source }: Session, { version }: OnChain): Promise<ModelTerms> {
  const document = await source.file(version.uri.replace("ipfs://", ""));
  if (keccak256(document) !== version.contentHash.toLowerCase()) {
    throw new UnavailableError(`the model’s document ${version.uri} is not the one on chain`);
  }
  return JSON.parse(new TextDecoder().decode(document)) as ModelTerms;
}

/** Wei. All messages of a request are counted, but only the last is kept: more words than it has are taken as they are said. */
const feeOfAnswer = ({ price }: ModelTerms, { promptTokens }: ShownReceipt, asked: number, answered: number): bigint =>
  feeOf(Math.max(asked, promptTokens) + answered, BigInt(price.perThousandTokens));

/** By the method of the model's document, which the chain binds. */
async function redo(
  { source, ledgers, bits }: Session,
  model: bigint,
  { version }: OnChain,
  { method, classifier }: ModelTerms,
  text: { question: string; answer: string },
): Promise<{ hash: Hex; shares: readonly ShareRow[] }> {
  const { entries, root } = await ledgers.entries(source, model, version);
  if (method === "datanet-classifier" && classifier) {
    const trained = await ledgers.classifier(source, model, version, classifier);
    return influenceAgain(trained, entries, root, classifier.weights.keccak, text);
  }
  return attributeAgain(await ledgers.index(source, model, version), entries, root, text.answer, bits);
}
