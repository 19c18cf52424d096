import { parentPort, workerData } from "node:worker_threads";
import { decodeText } from "../storage/decodeText.ts";
import { createFileStore } from "../storage/fileStore.ts";
import { LedgerTexts } from "./LedgerTexts.ts";
import { type Draft, measureDraft } from "./measureDraft.ts";

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

let work: Promise<void> = Promise.resolve();
parentPort!.on("message", ({ id, draft }: { id: number; draft: Draft }) => {
  work = work.then(async () => {
    try {
      parentPort!.postMessage({ id, measured: await measureDraft(ledgerOf(draft.datanet), draft) });
    } catch (error) {
      ledgers.delete(draft.datanet);
      parentPort!.postMessage({ id, error });
    }
  });
});
