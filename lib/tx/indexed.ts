import { askApi } from "./api.ts";

/** How long a page waits for the indexer before it says that it is still behind. */
export const INDEXED_WITHIN_MS = 30_000;

const EVERY_MS = 400;

/** The indexer's newest block, by GET /api/v1/status; null while it is down. */
const indexerBlock = () =>
  askApi<{ indexer: { block: number } | null }>("/api/v1/status").then(
    (status) => status.indexer?.block ?? null,
    () => null,
  );

export type Clock = { now: () => number; sleep: (ms: number) => Promise<void> };

export const wallClock: Clock = { now: () => Date.now(), sleep: (ms) => new Promise((done) => setTimeout(done, ms)) };

/** Waits until `block` is indexed. False when it is not after 30 seconds: the transaction is done all the same. */
export async function isIndexed(
  block: number,
  clock: Clock = wallClock,
  read: () => Promise<number | null> = indexerBlock,
): Promise<boolean> {
  const end = clock.now() + INDEXED_WITHIN_MS;
  for (;;) {
    const reached = await read();
    if (reached !== null && reached >= block) return true;
    if (clock.now() + EVERY_MS > end) return false;
    await clock.sleep(EVERY_MS);
  }
}
