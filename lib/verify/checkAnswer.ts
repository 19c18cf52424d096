import { type Hex, keccak256 } from "viem";
import { CONTEXT_METHOD } from "../attribution/context/index.ts";
import { METHOD, tokenise } from "../attribution/index.ts";
import { INFLUENCE_METHOD } from "../influence/index.ts";
import { feeOf, type Receipt, type ShareRow, saltedHash } from "../ledger/index.ts";
import type { ModelDocument } from "../storage/documentSchemas.ts";
import { attributeAgain, attributeBothAgain } from "./attributeAgain.ts";
import { checkPassages } from "./checkPassages.ts";
import type { OnChain } from "./checkReceipts.ts";
import { nameOf } from "./checkShares.ts";
import { differ, oneOf, same, UnavailableError, type Where } from "./difference.ts";
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
  same(where, "method", methodOf(document), line.method);
  // The operator's own eyes see private prompts too: those are in no file.
  const passages = line.passages ?? shown.passages;
  const asked = tokenise(question).length + addedWords(passages);
  same(where, "fee", feeOfAnswer(document, shown, asked, tokenise(answer).length), receipt.fee);

  const redone = await redo(session, where, { ...line, passages }, onChain, document, { question, answer });
  const found = new Map(rows.map((row) => [nameOf(row), row.share]));
  const expected = new Map(redone.shares.map((row) => [nameOf(row), row.share]));
  for (const name of [...expected.keys(), ...found.keys()]) {
    const row = `receipt ${receipt.id.toLowerCase()}, ${name}`;
    same({ epoch, file: "shares", row }, "share", expected.get(name), found.get(name));
  }
  same(where, "attributionHash", redone.hash, receipt.attributionHash);
  return true;
}

/** The gateway's signature binds the hashes: another text is no fault of the epoch. */
function checkText({ id, requestHash, responseHash }: Receipt, request: string, response: string): void {
  if (request === requestHash.toLowerCase() && response === responseHash.toLowerCase()) return;
  throw new UnavailableError(`the text shown of receipt ${id} is not the one that was signed`);
}

/** Words of the passages that a prompt was given, which its caller pays for like his own. */
const addedWords = (passages: ReceiptLine["passages"]) => (passages ?? []).reduce((sum, [, , words]) => sum + words, 0);

/** What of a model's document counts here. */
type ModelTerms = Pick<ModelDocument, "price" | "method" | "classifier">;

async function readTerms({ source }: Session, { version }: OnChain): Promise<ModelTerms> {
  const document = await source.file(version.uri.replace("ipfs://", ""));
  if (keccak256(document) !== version.contentHash.toLowerCase()) {
    throw new UnavailableError(`the model’s document ${version.uri} is not the one on chain`);
  }
  return JSON.parse(new TextDecoder().decode(document)) as ModelTerms;
}

const methodOf = ({ method, classifier }: ModelTerms) =>
  method === "openai" ? CONTEXT_METHOD : method === "datanet-classifier" && classifier ? INFLUENCE_METHOD : METHOD;

/** Wei. All messages of a request are counted, but only the last is kept: more words than it has are taken as they are said. */
const feeOfAnswer = ({ price }: ModelTerms, { promptTokens }: ShownReceipt, asked: number, answered: number): bigint =>
  feeOf(Math.max(asked, promptTokens) + answered, BigInt(price.perThousandTokens));

/** By the method of the model's document, which the chain binds. */
async function redo(
  { source, ledgers, bits }: Session,
  where: Where,
  line: ReceiptLine,
  { version }: OnChain,
  { method, classifier }: ModelTerms,
  text: { question: string; answer: string },
): Promise<{ hash: Hex; shares: readonly ShareRow[] }> {
  const { model } = line.receipt;
  const { entries, root } = await ledgers.entries(source, model, version);
  if (method === "datanet-classifier" && classifier) {
    const trained = await ledgers.classifier(source, model, version, classifier);
    return influenceAgain(trained, entries, root, classifier.weights.keccak, text);
  }
  const index = await ledgers.index(source, model, version);
  if (method !== "openai") return attributeAgain(index, entries, root, text.answer, bits);
  const { passages } = line;
  if (!passages) return differ(where, "passages", "those of the prompt", null);
  await checkPassages(source.facts, where, passages, text.question, await ledgers.passages(source, model, version));
  const texts = (await ledgers.lines(source, model, version)).map((held) => held.text);
  return attributeBothAgain(index, entries, root, text.answer, bits, { passages, texts });
}
