import { Worker } from "node:worker_threads";
import { type Tier, type TierSource, viewTier } from "../attribution/index.ts";
import type { BuildJob, BuildReply } from "./buildThread.ts";

interface Waiting {
  resolve: (tier: Tier) => void;
  reject: (error: Error) => void;
}

interface Builder {
  worker: Worker;
  jobs: Map<number, Waiting>;
}

/** Threads that build tiers. They start with the first job and do not keep the process alive when idle. */
export class BuilderPool {
  readonly #size: number;
  readonly #builders: Builder[] = [];
  #lastId = 0;

  constructor(size = 1) {
    this.#size = size;
  }

  get size(): number {
    return this.#size;
  }

  /** Builds one tier of sources that follow one another. Rejects when the thread fails; the next job starts another. */
  build(sources: readonly TierSource[], removed: ReadonlySet<number>): Promise<Tier> {
    const builder = this.#leastBusy();
    const id = ++this.#lastId;
    const job: BuildJob = { id, sources: sources.map(shared), removed };
    return new Promise((resolve, reject) => {
      builder.jobs.set(id, { resolve, reject });
      builder.worker.ref();
      builder.worker.postMessage(job);
    });
  }

  /** Stops the threads; jobs under way are rejected. */
  async close(): Promise<void> {
    await Promise.all(this.#builders.map(({ worker }) => worker.terminate()));
  }

  #leastBusy(): Builder {
    const idle = this.#builders.find(({ jobs }) => jobs.size === 0);
    if (idle) return idle;
    if (this.#builders.length < this.#size) return this.#start();
    return this.#builders.reduce((least, builder) => (builder.jobs.size < least.jobs.size ? builder : least));
  }

  #start(): Builder {
    const worker = new Worker(new URL("./buildThread.ts", import.meta.url));
    const builder: Builder = { worker, jobs: new Map() };
    worker.unref();
    worker.on("message", (reply: BuildReply) => {
      const waiting = builder.jobs.get(reply.id);
      builder.jobs.delete(reply.id);
      if (builder.jobs.size === 0) worker.unref();
      if ("buffer" in reply) waiting?.resolve(viewTier(reply.buffer));
      else waiting?.reject(new Error(`A tier could not be built: ${reply.reason}`));
    });
    const end = (reason: string) => {
      const place = this.#builders.indexOf(builder);
      if (place >= 0) this.#builders.splice(place, 1);
      for (const { reject } of builder.jobs.values()) reject(new Error(`The index builder stopped: ${reason}`));
      builder.jobs.clear();
    };
    worker.on("error", (error) => end(error instanceof Error ? error.message : String(error)));
    worker.on("exit", (code) => end(`its thread ended with code ${code}`));
    this.#builders.push(builder);
    return builder;
  }
}

/** Views of shared memory cross to the thread without a copy, and without the rest of the tier. */
function shared({ firstContribution, words, starts, kinds, spellings }: TierSource): TierSource {
  return { firstContribution, words: inSharedMemory(words), starts, kinds, spellings };
}

function inSharedMemory(words: Int32Array): Int32Array {
  if (words.buffer instanceof SharedArrayBuffer) return words;
  const copy = new Int32Array(new SharedArrayBuffer(words.byteLength));
  copy.set(words);
  return copy;
}
