import { parentPort } from "node:worker_threads";
import { buildTier, mergeSources, type TierSource } from "../attribution/index.ts";

// Runs in a thread of its own: sorting millions of words takes seconds.

export interface BuildJob {
  id: number;
  sources: readonly TierSource[];
  removed: ReadonlySet<number>;
}

export type BuildReply = { id: number; buffer: SharedArrayBuffer } | { id: number; reason: string };

const port = parentPort;
if (!port) throw new Error("buildThread.ts is started by BuilderPool as a worker thread; it does nothing by itself.");

port.on("message", ({ id, sources, removed }: BuildJob) => {
  try {
    const merged = sources.length === 1 && removed.size === 0 ? sources[0]! : mergeSources(sources, removed);
    const allocate = (bytes: number) => new SharedArrayBuffer(bytes);
    const { buffer } = buildTier(merged, { allocate });
    port.postMessage({ id, buffer } as BuildReply);
  } catch (error) {
    port.postMessage({ id, reason: error instanceof Error ? error.message : String(error) } satisfies BuildReply);
  }
});
