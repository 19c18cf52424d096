import { RequestThread } from "../../../lib/threads/RequestThread.ts";
import type { Log } from "../log.ts";
import type { Ask, Requests, Settings } from "./tracingThread.ts";

/** The worker's end of `tracingThread.ts`. */
export class TraceThread {
  readonly #thread: RequestThread<Ask, Requests[keyof Requests]["reply"]>;

  /** @param onEnd called when the thread has died: what it had open is open no more. */
  constructor(workerData: Settings, say: Log, onEnd: () => void) {
    const file = new URL("./tracingThread.ts", import.meta.url);
    this.#thread = new RequestThread({ file, workerData, say, onEnd });
  }

  /** @throws what the thread throws */
  ask<Name extends keyof Requests>(name: Name, ask: Requests[Name]["ask"]): Promise<Requests[Name]["reply"]> {
    return this.#thread.ask({ name, ask } as Ask);
  }

  close(): Promise<void> {
    return this.#thread.close();
  }
}
