import { watchStatus } from "./status.ts";

/** How long a page waits for the indexer before it says that it is still behind. */
export const INDEXED_WITHIN_MS = 30_000;

const FIRST_MS = 150;
const GROWTH = 1.5;
const MOST_MS = 3_000;

/** Waits until `block` is indexed. False when it is not after 30 seconds: the transaction is done all the same. */
export function isIndexed(block: number): Promise<boolean> {
  const end = Date.now() + INDEXED_WITHIN_MS;
  return new Promise((resolve) => {
    const stop = watchStatus(
      (status) => {
        const reached = (status?.indexer?.block ?? -1) >= block;
        if (!reached && Date.now() < end) return;
        stop();
        resolve(reached);
      },
      // Most blocks are indexed within half a second; an indexer that is behind is asked less and less, and once more at the end.
      (answers) => Math.min(FIRST_MS * GROWTH ** answers, MOST_MS, Math.max(0, end - Date.now())),
    );
  });
}
