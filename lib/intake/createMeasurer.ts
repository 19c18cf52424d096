import path from "node:path";
import { Worker } from "node:worker_threads";
import type { Draft, Measured } from "./measureDraft.ts";

/** More drafts than it can measure are waiting. */
export class MeasurerBusyError extends Error {
  override name = "MeasurerBusyError";
}

export interface Measurer {
  /** @throws MeasurerBusyError, or whatever the store says */
  measure(draft: Draft): Promise<Measured>;
}

/** Drafts that may wait; one of the largest takes about a second. */
const MOST_WAITING = 16;

type Answer = { id: number } & ({ measured: Measured } | { error: unknown });

// Read from the sources at run time, by Node alone: it is no part of the server's bundle.
const threadFile = () => path.join(/* turbopackIgnore: true */ process.cwd(), "lib/intake/measureThread.ts");

/**
 * Measures drafts (see `measureDraft`) in a thread of its own, started with the first and again after it died.
 * @param directory the store's
 * @param file where the thread's code is; below the working directory by default
 */
export function createMeasurer(directory: string, file = threadFile()): Measurer {
  const waiting = new Map<number, PromiseWithResolvers<Measured>>();
  let thread: Worker | null = null;
  let asked = 0;

  function start(): Worker {
    const started = new Worker(/* turbopackIgnore: true */ file, { workerData: { directory } });
    started.unref();
    started.on("message", (answer: Answer) => {
      const asker = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ("measured" in answer) asker?.resolve(answer.measured);
      else asker?.reject(answer.error);
    });
    const end = (error: unknown) => {
      if (thread !== started) return;
      thread = null;
      for (const asker of waiting.values()) asker.reject(error);
      waiting.clear();
    };
    started.on("error", end);
    started.on("exit", (code) => end(new Error(`the measuring thread ended with code ${code}`)));
    return started;
  }

  return {
    async measure(draft) {
      if (waiting.size >= MOST_WAITING) throw new MeasurerBusyError(`${MOST_WAITING} drafts are waiting`);
      const id = ++asked;
      const asker = Promise.withResolvers<Measured>();
      waiting.set(id, asker);
      thread ??= start();
      thread.postMessage({ id, draft });
      return asker.promise;
    },
  };
}
