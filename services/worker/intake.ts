import {
  admissibleTexts,
  type Content,
  type RevealedContribution,
  saveContent,
  unreadContributions,
} from "../../lib/db/worker/contents.ts";
import { saveDocument } from "../../lib/db/worker/documents.ts";
import { isDataError } from "../../lib/db/worker/isDataError.ts";
import { type LedgerText, LedgerTexts } from "../../lib/intake/LedgerTexts.ts";
import { decodeText } from "../../lib/storage/decodeText.ts";
import type { WorkerContext } from "./context.ts";
import { countWords, problemOf } from "./intake/checkContribution.ts";
import { type Reading, readContribution } from "./intake/readContribution.ts";
import type { Log } from "./log.ts";

const BATCH = 250;
/** A text may arrive a little after its reveal: so often it is looked for before it counts as missing. */
const ATTEMPTS = 5;
const NOTHING = { title: "", mediaType: "", cid: "", bytes: 0, words: 0, containedBps: 0 };

/** Reads each revealed contribution, checks it against what was committed and measures what is new in it. */
export function intake(context: WorkerContext, log: Log): () => Promise<boolean> {
  const { sql, store } = context;
  const ledgers = new Map<bigint, LedgerTexts>();
  const attempts = new Map<bigint, number>();

  const measure = async (
    contribution: RevealedContribution,
    reading: Reading,
    earlier: LedgerText[],
  ): Promise<Content> => {
    if (reading.kind !== "read") return { ...NOTHING, problem: reading.problem };
    const { document, text, bytes } = reading;
    const ledger =
      ledgers.get(contribution.datanet) ?? new LedgerTexts(async (cid) => decodeText(await store.get(cid)));
    ledgers.set(contribution.datanet, ledger);
    const words = countWords(text);
    const containedBps = await ledger.containedBps(text, earlier);
    const problem = problemOf(contribution, text, words, containedBps);
    const { title, mediaType, content: cid } = document;
    return { title, mediaType, cid, bytes, words, containedBps, problem };
  };

  /** @returns what was saved: a document that the database refuses must not keep it from the others. */
  const save = async (contribution: RevealedContribution, reading: Reading, content: Content): Promise<Content> => {
    try {
      if (reading.kind === "read") await saveDocument(sql, contribution.uri, reading.document);
      await saveContent(sql, contribution, content);
      return content;
    } catch (error) {
      if (!isDataError(error)) throw error;
      const malformed = { ...NOTHING, problem: "Its document is malformed: the database refuses it." };
      await saveContent(sql, contribution, malformed);
      return malformed;
    }
  };

  const takeIn = async (contribution: RevealedContribution, texts: LedgerText[]): Promise<boolean> => {
    const { id, uri } = contribution;
    const reading = await readContribution(uri, store);
    if (reading.kind === "missing") {
      const tried = (attempts.get(id) ?? 0) + 1;
      attempts.set(id, tried);
      if (tried < ATTEMPTS) return false;
    }
    attempts.delete(id);
    const earlier = texts.filter((text) => text.id < id);
    const content = await save(contribution, reading, await measure(contribution, reading, earlier));
    if (content.problem) log(`contribution ${id}: ${content.problem}`);
    if (content.cid && (!content.problem || contribution.status === "accepted")) {
      texts.push({ id, cid: content.cid });
      texts.sort((a, b) => (a.id < b.id ? -1 : 1));
    }
    return true;
  };

  return async () => {
    const unread = await unreadContributions(sql, BATCH);
    let taken = 0;
    // The commons first: they stand before everything in every ledger.
    const datanets = [...new Set(unread.map(({ datanet }) => datanet))].sort((a, b) => (a < b ? -1 : 1));
    for (const datanet of datanets) {
      const texts = await admissibleTexts(sql, datanet);
      for (const contribution of unread) {
        if (contribution.datanet === datanet && (await takeIn(contribution, texts))) taken++;
      }
    }
    if (taken > 0) log(`read ${taken} contributions`);
    return taken > 0;
  };
}
