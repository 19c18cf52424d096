import { parentPort, workerData } from "node:worker_threads";
import type { Hex } from "viem";
import { type Attribution, attribute, type LedgerEntry, parseBits, wordsOf } from "../../../lib/attribution/index.ts";
import { BuilderPool, claimDirectory, type IndexedEntry, Lineages } from "../../../lib/ledgerIndex/index.ts";
import { decodeText } from "../../../lib/storage/decodeText.ts";
import { createFileStore } from "../../../lib/storage/fileStore.ts";
import { ledgerRootInTurns } from "../../../lib/threads/ledgerRootInTurns.ts";
import type { Answer, Request } from "../../../lib/threads/RequestThread.ts";

// A thread that keeps the indices and traces answers, so that the worker's other jobs never wait for either. Sorting is done by threads of
// its own, so that a ledger that is being indexed holds up no answer over another. See `TraceThread`.

export interface Settings {
  /** Where indices and texts are kept. */
  index: string;
  store: string;
  /** The bits table, as its file has it. */
  bits: string;
}

/** `id` is the ledger's entry; the text is what has `cid`. */
export type OpenItem = LedgerEntry & { cid: string };

export interface Opened {
  root: Hex;
  words: number;
}

export interface Traced {
  result: Attribution;
  traceUs: number;
}

export interface Requests {
  /** Makes a ledger searchable under a name. */
  open: { ask: { ledger: string; items: readonly OpenItem[] }; reply: Opened };
  /** Attributes an answer to a ledger that is open. */
  trace: { ask: { ledger: string; answer: string }; reply: Traced };
}

type Name = keyof Requests;
export type Ask = { [N in Name]: { name: N; ask: Requests[N]["ask"] } }[Name];

/** Lists of entries kept: more than the worker itself keeps. */
const MOST_LEDGERS = 64;

const port = parentPort;
if (!port) throw new Error("tracingThread.ts is started by TraceThread as a worker thread; it does nothing by itself.");
const tell = (answer: Answer<Requests[Name]["reply"]>) => port.postMessage(answer);

const settings = workerData as Settings;
const bits = parseBits(settings.bits);
const store = createFileStore(settings.store);
const ledgers = new Map<string, readonly IndexedEntry[]>();
const lineages = new Lineages({
  directory: claimDirectory(settings.index),
  bits: bits.hash,
  pool: new BuilderPool(1),
  textsOf: (entries, from, to) =>
    Promise.all(entries.slice(from, to).map(async ({ key }) => decodeText(await store.get(key)))),
  say: (say) => tell({ say }),
});

const handlers: { [N in Name]: (ask: Requests[N]["ask"]) => Promise<Requests[N]["reply"]> } = {
  async open({ ledger, items }) {
    const entries = items.map(({ cid, kind }) => ({ key: cid, kind }));
    const index = await lineages.indexOf(entries);
    ledgers.delete(ledger);
    ledgers.set(ledger, entries);
    if (ledgers.size > MOST_LEDGERS) ledgers.delete(ledgers.keys().next().value!);
    const words = wordsOf(index); // before others extend it
    return { root: await ledgerRootInTurns(items), words };
  },
  async trace({ ledger, answer }) {
    const entries = ledgers.get(ledger);
    if (!entries) throw new Error(`the ledger of ${ledger} is not open`);
    const index = await lineages.indexOf(entries);
    const started = performance.now();
    const result = attribute(index, answer, bits);
    return { result, traceUs: Math.round((performance.now() - started) * 1000) };
  },
};

port.on("message", async ({ id, ask: { name, ask } }: Request<Ask>) => {
  try {
    tell({ id, reply: await handlers[name](ask as never) });
  } catch (error) {
    tell({ id, error });
  }
});
