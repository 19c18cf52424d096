import { randomUUID } from "node:crypto";
import { link, mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";
import type { Tier } from "../attribution/index.ts";
import { readTierFile, writeTierFile } from "./tierFiles.ts";
import {
  commonLength,
  type Identity,
  type IndexedEntry,
  readManifest,
  type TierRecord,
  writeManifest,
} from "./tierManifest.ts";
import { UnusableError } from "./UnusableError.ts";

export const MANIFEST = "manifest.json";

/** Keeps the tiers of one index in a directory. The manifest says which files count; anything else there is left over. */
export class TierStore {
  readonly #directory: string;
  readonly #identity: Identity;
  /** Tiers of fewer words are written only where a larger one follows; the rest is quick to build from the ledger. */
  readonly #leastWords: number;
  readonly #say: (line: string) => void;
  readonly #records = new Map<Tier, TierRecord>();
  #writing: Promise<void> = Promise.resolve();
  /** What the newest call of `save` gave. */
  #newest: readonly Tier[] = [];
  /** Files are there that the manifest may not name yet. */
  #isBehind = false;

  constructor(directory: string, identity: Identity, leastWords: number, say: (line: string) => void) {
    this.#directory = directory;
    this.#identity = identity;
    this.#leastWords = leastWords;
    this.#say = say;
  }

  /**
   * The tiers on disk that cover the beginning of `entries`. What cannot be used is said, left out and deleted, with all after it.
   * @throws what the disk answers when it cannot be read now; then nothing is deleted
   */
  async load(entries: readonly IndexedEntry[]): Promise<Tier[]> {
    await mkdir(this.#directory, { recursive: true });
    const tiers: Tier[] = [];
    let next = 0;
    try {
      for (const record of await readManifest(this.#fileOf(MANIFEST), this.#identity)) {
        const { length } = record.entries;
        if (commonLength(record.entries, entries.slice(next, next + length)) < length) {
          this.#say(`index: the ledger differs from contribution ${next} on; builds that part again`);
          break;
        }
        const tier = await readTierFile(this.#fileOf(record.file));
        if (tier.firstContribution !== next || tier.starts.length !== length) {
          throw new UnusableError(`${record.file} covers other contributions than the manifest says`);
        }
        this.#records.set(tier, record);
        tiers.push(tier);
        next += length;
      }
    } catch (error) {
      if (!(error instanceof UnusableError)) throw error;
      this.#say(`index: ${error.message}; builds it again from contribution ${next} on`);
    }
    await this.#sweep([...this.#records.values()].map(({ file }) => file));
    return tiers;
  }

  /** Takes over the files of `tiers` from another store, without copying them. One that is not to be had will be written. */
  async adopt(from: TierStore, tiers: readonly Tier[]): Promise<void> {
    await mkdir(this.#directory, { recursive: true });
    for (const tier of tiers) {
      const record = from.#records.get(tier);
      if (!record) continue;
      try {
        await link(from.#fileOf(record.file), this.#fileOf(record.file));
      } catch {
        continue;
      }
      this.#records.set(tier, record);
      this.#isBehind = true;
    }
  }

  /**
   * Writes what is new among `tiers`, then the manifest, then deletes what it no longer names. Calls are done one after the other; one
   * whose turn comes after a newer call was made writes nothing, so that an index that grows faster than the disk does not fall behind.
   */
  save(tiers: readonly Tier[], entries: readonly IndexedEntry[]): Promise<void> {
    this.#newest = tiers;
    const turn = this.#writing.then(() => (this.#newest === tiers ? this.#save(tiers, entries) : undefined));
    this.#writing = turn.catch(() => {});
    return turn;
  }

  async #save(tiers: readonly Tier[], entries: readonly IndexedEntry[]): Promise<void> {
    const count = tiers.findLastIndex(({ words }) => words.length >= this.#leastWords) + 1;
    const kept = tiers.slice(0, count);
    const unchanged = kept.length === this.#records.size && kept.every((tier) => this.#records.has(tier));
    if (unchanged && !this.#isBehind) return;
    this.#isBehind = true;
    const records: TierRecord[] = [];
    for (const tier of kept) {
      const known = this.#records.get(tier);
      const record = known ?? (await this.#write(tier, entries));
      this.#records.set(tier, record);
      records.push(record);
    }
    await writeManifest(this.#fileOf(MANIFEST), this.#identity, records);
    this.#isBehind = false;
    for (const tier of this.#records.keys()) if (!kept.includes(tier)) this.#records.delete(tier);
    await this.#sweep(records.map(({ file }) => file));
  }

  async #write(tier: Tier, entries: readonly IndexedEntry[]): Promise<TierRecord> {
    const { firstContribution, starts } = tier;
    const file = `${firstContribution}-${starts.length}-${randomUUID().slice(0, 8)}.tier`;
    await writeTierFile(this.#fileOf(file), tier);
    return { file, entries: entries.slice(firstContribution, firstContribution + starts.length) };
  }

  async #sweep(kept: readonly string[]): Promise<void> {
    const names = await readdir(this.#directory);
    const left = names.filter((name) => /\.(tier|part)$/.test(name) && !kept.includes(name));
    await Promise.all(left.map((name) => rm(this.#fileOf(name), { recursive: true, force: true })));
  }

  #fileOf(name: string): string {
    return path.join(this.#directory, path.basename(name));
  }
}
