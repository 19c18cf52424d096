import path from "node:path";
import { RequestThread } from "../threads/RequestThread.ts";
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

// Read from the sources at run time, by Node alone: it is no part of the server's bundle.
const threadFile = () => path.join(/* turbopackIgnore: true */ process.cwd(), "lib/intake/measureThread.ts");

/**
 * Measures drafts (see `measureDraft`) in a thread of its own.
 * @param directory the store's
 * @param file where the thread's code is; below the working directory by default
 */
export function createMeasurer(directory: string, file = threadFile()): Measurer {
  const thread = new RequestThread<Draft, Measured>({ file, workerData: { directory } });
  return {
    async measure(draft) {
      if (thread.waiting >= MOST_WAITING) throw new MeasurerBusyError(`${MOST_WAITING} drafts are waiting`);
      return thread.ask(draft);
    },
  };
}
