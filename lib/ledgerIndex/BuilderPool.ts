import { type Tier, type TierSource, viewTier } from "../attribution/index.ts";
import { RequestThread } from "../threads/RequestThread.ts";
import type { BuildJob } from "./buildThread.ts";
import { sourceToSend } from "./sourceToSend.ts";

/** Threads that build tiers. They start when all others are busy and do not keep the process alive when idle. */
export class BuilderPool {
  readonly #builders: RequestThread<BuildJob, SharedArrayBuffer>[];

  constructor(size = 1) {
    const file = new URL("./buildThread.ts", import.meta.url);
    this.#builders = Array.from({ length: size }, () => new RequestThread({ file }));
  }

  get size(): number {
    return this.#builders.length;
  }

  /** Builds one tier of sources that follow one another. @throws what the building throws, or Error when its thread died */
  async build(sources: readonly TierSource[], removed: ReadonlySet<number>): Promise<Tier> {
    const builder = this.#builders.reduce((least, builder) => (builder.waiting < least.waiting ? builder : least));
    return viewTier(await builder.ask({ sources: sources.map(sourceToSend), removed }));
  }

  /** Stops the threads; jobs under way are rejected. */
  async close(): Promise<void> {
    await Promise.all(this.#builders.map((builder) => builder.close()));
  }
}
