import { Worker } from "node:worker_threads";
import type { Log } from "../log.ts";
import type { Reply, Requests, Settings } from "./tracingThread.ts";

/** The worker's end of `tracingThread.ts`, which starts with the first request and again after it died. */
export class TraceThread {
  readonly #settings: Settings;
  readonly #log: Log;
  readonly #onEnd: () => void;
  readonly #waiting = new Map<number, PromiseWithResolvers<never>>();
  #thread: Worker | null = null;
  #asked = 0;

  /** @param onEnd called when the thread has died: what it had open is open no more. */
  constructor(settings: Settings, log: Log, onEnd: () => void) {
    this.#settings = settings;
    this.#log = log;
    this.#onEnd = onEnd;
  }

  /** @throws what the thread throws */
  ask<Name extends keyof Requests>(name: Name, ask: Requests[Name]["ask"]): Promise<Requests[Name]["reply"]> {
    const id = ++this.#asked;
    const asker = Promise.withResolvers<never>();
    this.#waiting.set(id, asker);
    this.#thread ??= this.#start();
    this.#thread.postMessage({ id, name, ask });
    return asker.promise;
  }

  async close(): Promise<void> {
    await this.#thread?.terminate();
  }

  #start(): Worker {
    const thread = new Worker(new URL("./tracingThread.ts", import.meta.url), { workerData: this.#settings });
    thread.unref();
    thread.on("message", (reply: Reply) => {
      if ("say" in reply) return this.#log(reply.say);
      const asker = this.#waiting.get(reply.id);
      this.#waiting.delete(reply.id);
      if ("reply" in reply) asker?.resolve(reply.reply as never);
      else asker?.reject(reply.error);
    });
    const end = (error: unknown) => {
      if (this.#thread !== thread) return;
      this.#thread = null;
      this.#onEnd();
      for (const asker of this.#waiting.values()) asker.reject(error);
      this.#waiting.clear();
    };
    thread.on("error", end);
    thread.on("exit", (code) => end(new Error(`the tracing thread ended with code ${code}`)));
    return thread;
  }
}
