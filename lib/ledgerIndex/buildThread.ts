import { parentPort } from "node:worker_threads";
import { buildTier, mergeSources, type TierSource } from "../attribution/index.ts";
import type { Answer, Request } from "../threads/RequestThread.ts";
import { yieldToServing } from "../threads/yieldToServing.ts";

// Runs in a thread of its own: sorting millions of words takes seconds.
yieldToServing();

export interface BuildJob {
  sources: readonly TierSource[];
  removed: ReadonlySet<number>;
}

const port = parentPort;
if (!port) throw new Error("buildThread.ts is started by BuilderPool as a worker thread; it does nothing by itself.");
const tell = (answer: Answer<SharedArrayBuffer>) => port.postMessage(answer);

port.on("message", ({ id, ask: { sources, removed } }: Request<BuildJob>) => {
  try {
    const merged = sources.length === 1 && removed.size === 0 ? sources[0]! : mergeSources(sources, removed);
    const { buffer } = buildTier(merged, { allocate: (bytes) => new SharedArrayBuffer(bytes) });
    tell({ id, reply: buffer as SharedArrayBuffer });
  } catch (error) {
    tell({ id, error });
  }
});
