import { randomUUID } from "node:crypto";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { type AttributionIndex, buildIndex } from "../attribution/index.ts";
import { entriesIn, Lineage } from "./Lineage.ts";
import type { LedgerIndexOptions } from "./openLedgerIndex.ts";
import { commonLength, type IndexedEntry } from "./tierManifest.ts";
import { UnusableError } from "./UnusableError.ts";

/** Lineages in memory; the longest unused sleep. One holds about 10 bytes for each word that no other holds. */
const MOST_AWAKE = 8;
/** Lineages on disk; the longest unused are deleted. */
const MOST_KEPT = 32;

export interface LineagesOptions extends LedgerIndexOptions {
  mostAwake?: number;
  mostKept?: number;
}

/**
 * The indices of many ledgers. Those of a model's versions are much the same: a newer one mostly goes on where an older one ended, but what
 * was committed early and accepted late stands in the middle. So ledgers of which one begins as the other is are one lineage, with one index
 * and one directory; any other ledger is a branch that shares the tiers before the place where it parts.
 */
export class Lineages {
  readonly #options: LineagesOptions;
  /** The longest unused first. */
  readonly #lineages: Lineage[] = [];
  #found: Promise<void> | undefined;
  #trimming: Promise<void> = Promise.resolve();

  /** @param options `directory` holds one directory for each lineage, and nothing else */
  constructor(options: LineagesOptions) {
    this.#options = options;
  }

  /**
   * An index whose rows are those of `entries` alone, in their order. The array must never change: it is known again by itself.
   * @throws what the reading of texts or of the directory throws; it can be asked again
   */
  async indexOf(entries: readonly IndexedEntry[]): Promise<AttributionIndex> {
    if (entries.length === 0) return buildIndex([]);
    this.#found ??= this.#find().catch((error: unknown) => {
      this.#found = undefined;
      throw error;
    });
    await this.#found;
    let index: AttributionIndex | undefined;
    while (!index) {
      const lineage = this.#lineageOf(entries);
      const place = this.#lineages.indexOf(lineage);
      if (place >= 0) this.#lineages.splice(place, 1);
      this.#lineages.push(lineage);
      index = await lineage.indexOf(entries);
    }
    this.#trimming = this.#trimming.then(() => this.#trim());
    return beginningOf(index, entries.length);
  }

  /** Resolves when nothing is left to merge, to write or to delete. */
  async settled(): Promise<void> {
    await this.#trimming;
    await Promise.all(this.#lineages.map((lineage) => lineage.settled()));
  }

  /** One that holds the ledger, or else the longest that it goes on from, or else a new one. */
  #lineageOf(entries: readonly IndexedEntry[]): Lineage {
    const known = this.#lineages.find((lineage) => lineage.knows(entries));
    if (known) return known;
    const all = this.#lineages.map((lineage) => ({ lineage, common: commonLength(lineage.entries, entries) }));
    const holding = all.filter(({ common }) => common === entries.length);
    const [holds = holding[0]] = holding.filter(({ lineage }) => lineage.isAwake);
    if (holds) return holds.lineage;

    const longest = all.filter(({ common }) => common > 0).sort((a, b) => b.common - a.common);
    const before = longest.find(({ lineage, common }) => common === lineage.entries.length);
    // Waking one up for a little of it costs more than it saves.
    const origin = longest.find(({ lineage, common }) => lineage.isAwake || common * 2 >= entries.length);
    if (before && before.common >= (origin?.common ?? 0)) return before.lineage;
    const directory = path.join(this.#options.directory, randomUUID());
    return new Lineage({ ...this.#options, directory }, entries, origin?.lineage);
  }

  async #trim(): Promise<void> {
    const { mostAwake = MOST_AWAKE, mostKept = MOST_KEPT } = this.#options;
    const awake = this.#lineages.filter(({ isAwake }) => isAwake);
    for (const lineage of awake.slice(0, Math.max(0, awake.length - mostAwake))) await lineage.sleep();
    for (const lineage of this.#lineages.splice(0, Math.max(0, this.#lineages.length - mostKept))) {
      await lineage.remove().catch(this.#sayKept);
    }
  }

  readonly #sayKept = (error: Error) => this.#options.say(`index: cannot be deleted: ${error.message}`);

  /** What an earlier process has left, the longest unchanged first. What cannot be used is said and deleted. */
  async #find(): Promise<void> {
    const { directory: root, bits, say } = this.#options;
    await mkdir(root, { recursive: true });
    const names = (await readdir(root, { withFileTypes: true })).filter((entry) => entry.isDirectory());
    const found: { lineage: Lineage; changed: number }[] = [];
    for (const { name } of names) {
      const directory = path.join(root, name);
      try {
        const [entries, { mtimeMs: changed }] = await Promise.all([entriesIn(directory, bits), stat(directory)]);
        if (entries.length === 0) throw new UnusableError("it holds no tiers");
        found.push({ lineage: new Lineage({ ...this.#options, directory }, entries), changed });
      } catch (error) {
        if (!(error instanceof UnusableError)) throw error;
        say(`index: ${name}: ${error.message}; builds it again when it is needed`);
        await rm(directory, { recursive: true, force: true }).catch(this.#sayKept);
      }
    }
    found.sort((a, b) => a.changed - b.changed);
    this.#lineages.push(...found.map(({ lineage }) => lineage));
  }
}

/** The index of the first `count` contributions: what others published first is nobody's of these. */
function beginningOf(index: AttributionIndex, count: number): AttributionIndex {
  return {
    kinds: index.kinds.slice(0, count),
    vocabulary: index.vocabulary,
    removed: index.removed,
    get tiers() {
      return index.tiers;
    },
  };
}
