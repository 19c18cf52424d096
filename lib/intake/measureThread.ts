import { parentPort, workerData } from "node:worker_threads";
import { decodeText } from "../storage/decodeText.ts";
import { createFileStore } from "../storage/fileStore.ts";
import type { Answer, Request } from "../threads/RequestThread.ts";
import { LedgerTexts } from "./LedgerTexts.ts";
import { type Draft, type Measured, measureDraft } from "./measureDraft.ts";

// A thread that measures drafts one after another, so that the process which answers requests is never held up. See `createMeasurer`.

/** Datanets whose texts are kept in mind at once. */
const MOST_LEDGERS = 16;

const store = createFileStore((workerData as { directory: string }).directory);
const ledgers = new Map<bigint, LedgerTexts>();

function ledgerOf(datanet: bigint): LedgerTexts {
  const ledger = ledgers.get(datanet) ?? new LedgerTexts(async (cid) => decodeText(await store.get(cid)));
  ledgers.delete(datanet);
  ledgers.set(datanet, ledger);
  if (ledgers.size > MOST_LEDGERS) ledgers.delete(ledgers.keys().next().value!);
  return ledger;
}

const tell = (answer: Answer<Measured>) => parentPort!.postMessage(answer);

let work: Promise<void> = Promise.resolve();
parentPort!.on("message", ({ id, ask: draft }: Request<Draft>) => {
  work = work.then(async () => {
    try {
      tell({ id, reply: await measureDraft(ledgerOf(draft.datanet), draft) });
    } catch (error) {
      ledgers.delete(draft.datanet);
      tell({ id, error });
    }
  });
});
