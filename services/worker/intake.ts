import path from "node:path";
import { chainTime } from "../../lib/chain/clients.ts";
import {
  admissibleTexts,
  type Content,
  type RevealedContribution,
  saveContent,
  unreadContributions,
} from "../../lib/db/worker/contents.ts";
import { saveDocument } from "../../lib/db/worker/documents.ts";
import { isDataError } from "../../lib/db/worker/isDataError.ts";
import { createMeasurer } from "../../lib/intake/createMeasurer.ts";
import type { LedgerText } from "../../lib/intake/LedgerTexts.ts";
import type { WorkerContext } from "./context.ts";
import { problemOf } from "./intake/checkContribution.ts";
import { type Reading, readContribution } from "./intake/readContribution.ts";
import type { Log } from "./log.ts";

const MEASURE_THREAD = path.join(import.meta.dirname, "../../lib/intake/measureThread.ts");
const BATCH = 250;
/** Of the review period's three days: so long, in seconds of chain time, a revealed text may be missing before that is its problem. */
const MISSING_AFTER = 2 * 86_400;
/** A missing text is looked for again after so long, then at intervals twice as long, up to a minute. */
const FIRST_REST_MS = 500;
const LONGEST_REST_MS = 60_000;
const NOTHING = { title: "", mediaType: "", cid: "", bytes: 0, words: 0, containedBps: 0 };

/**
 * Reads each revealed contribution, checks it against what was committed and measures what is new in it, in a thread: it is the same
 * measure, taken the same way, as the page shows before the wallet opens.
 * @param now chain time, unix seconds
 */
export function intake(context: WorkerContext, log: Log, now = chainTime): () => Promise<boolean> {
  const { sql, store } = context;
  const measurer = createMeasurer(context.tracing.store, MEASURE_THREAD);
  const resting = new Map<bigint, { until: number; ms: number }>();

  const measure = async (
    contribution: RevealedContribution,
    reading: Reading,
    earlier: LedgerText[],
  ): Promise<Content> => {
    if (reading.kind !== "read") return { ...NOTHING, problem: reading.problem };
    const { document, text, bytes } = reading;
    const { contributor, datanet } = contribution;
    const measured = await measurer.measure({ text, contributor, datanet, earlier });
    const problem = problemOf(contribution, measured);
    const { words, containedBps } = measured;
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
      // What was accepted is waited for however long it takes: a model's ledger must have no holes.
      const { status, revealedAt } = contribution;
      if (status === "accepted" || (revealedAt !== null && (await now()) < revealedAt + MISSING_AFTER)) {
        const ms = Math.min(2 * (resting.get(id)?.ms ?? FIRST_REST_MS / 2), LONGEST_REST_MS);
        if (!resting.has(id)) log(`contribution ${id}: ${reading.problem} Waits for it.`);
        resting.set(id, { until: Date.now() + ms, ms });
        return false;
      }
    }
    resting.delete(id);
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
    const asleep = [...resting].flatMap(([id, { until }]) => (Date.now() < until ? [id] : []));
    const unread = await unreadContributions(sql, BATCH, asleep);
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
