import { Worker } from "node:worker_threads";

/** What a thread says: an answer to the request of that id, or a line for the log. */
export type Answer<Reply> = { id: number; reply: Reply } | { id: number; error: unknown } | { say: string };

/** What a thread is asked. */
export type Request<Ask> = { id: number; ask: Ask };

export interface RequestThreadOptions {
  /** The thread's code. */
  file: string | URL;
  workerData?: unknown;
  say?: (line: string) => void;
  /** Called when the thread has died: what it held is gone. */
  onEnd?: () => void;
}

/** A thread that answers requests: started with the first, and again after it died. Idle, it does not keep the process alive. */
export class RequestThread<Ask, Reply> {
  readonly #options: RequestThreadOptions;
  readonly #waiting = new Map<number, PromiseWithResolvers<Reply>>();
  #thread: Worker | null = null;
  #asked = 0;

  constructor(options: RequestThreadOptions) {
    this.#options = options;
  }

  /** Requests without an answer. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** @throws what the thread threw, Error when it died, or DataCloneError when `ask` cannot cross to it */
  async ask(ask: Ask): Promise<Reply> {
    const id = ++this.#asked;
    const asker = Promise.withResolvers<Reply>();
    this.#thread ??= this.#start();
    this.#thread.postMessage({ id, ask } satisfies Request<Ask>);
    this.#waiting.set(id, asker);
    this.#thread.ref();
    return asker.promise;
  }

  /** Ends the thread; requests without an answer are rejected. */
  async close(): Promise<void> {
    await this.#thread?.terminate();
  }

  #start(): Worker {
    const { file, workerData, say, onEnd } = this.#options;
    const thread = new Worker(/* turbopackIgnore: true */ file, { workerData });
    thread.on("message", (answer: Answer<Reply>) => {
      if ("say" in answer) return say?.(answer.say);
      const asker = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      if (this.#waiting.size === 0) thread.unref();
      if ("reply" in answer) asker?.resolve(answer.reply);
      else asker?.reject(answer.error);
    });
    const end = (error: unknown) => {
      if (this.#thread !== thread) return;
      this.#thread = null;
      const askers = [...this.#waiting.values()];
      this.#waiting.clear();
      onEnd?.();
      for (const asker of askers) asker.reject(error);
    };
    thread.on("error", end);
    // An answer that cannot be read here does not say whose it is.
    thread.on("messageerror", (error) => {
      end(error);
      void thread.terminate();
    });
    thread.on("exit", (code) => end(new Error(`${fileName(file)} ended with code ${code}`)));
    thread.unref(); // last: to listen is to refer
    return thread;
  }
}

const fileName = (file: string | URL) => String(file).split("/").at(-1);
