import { mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";
import type { Tier } from "../attribution/index.ts";
import { readTierFile, writeTierFile } from "./tierFiles.ts";
import {
  digestOf,
  digestOfRange,
  type Identity,
  type LedgerEntry,
  readManifest,
  type TierRecord,
  writeManifest,
} from "./tierManifest.ts";

const MANIFEST = "manifest.json";

/** Keeps the tiers of one index in a directory. The manifest says which files count; anything else there is left over. */
export class TierStore {
  readonly #directory: string;
  readonly #identity: Identity;
  /** Tiers of fewer words are written only where a larger one follows; the rest is quick to build from the ledger. */
  readonly #leastWords: number;
  readonly #say: (line: string) => void;
  readonly #records = new Map<Tier, TierRecord>();
  #writing: Promise<void> = Promise.resolve();
  #number = 0;

  constructor(directory: string, identity: Identity, leastWords: number, say: (line: string) => void) {
    this.#directory = directory;
    this.#identity = identity;
    this.#leastWords = leastWords;
    this.#say = say;
  }

  /** The tiers on disk that cover the beginning of `entries`. What cannot be used is said and left out, with all after it. */
  async load(entries: readonly LedgerEntry[]): Promise<Tier[]> {
    await mkdir(this.#directory, { recursive: true });
    const tiers: Tier[] = [];
    let next = 0;
    try {
      for (const record of await readManifest(path.join(this.#directory, MANIFEST), this.#identity)) {
        const { file, firstContribution, contributions, digest } = record;
        const fits = firstContribution === next && next + contributions <= entries.length;
        if (!fits || digestOfRange(entries, next, contributions) !== digest) {
          this.#say(`index: the ledger differs from contribution ${next} on; builds that part again`);
          break;
        }
        const tier = await readTierFile(path.join(this.#directory, path.basename(file)));
        if (tier.firstContribution !== next || tier.starts.length !== contributions) {
          throw new Error(`${file} covers other contributions than the manifest says`);
        }
        this.#records.set(tier, record);
        tiers.push(tier);
        next += contributions;
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#say(`index: ${reason}; builds it again from contribution ${next} on`);
    }
    await this.#sweep([...this.#records.values()].map(({ file }) => file));
    return tiers;
  }

  /** Writes what is new among `tiers`, then the manifest, then deletes what it no longer names. Calls are done one after the other. */
  save(tiers: readonly Tier[], entries: readonly LedgerEntry[]): Promise<void> {
    const turn = this.#writing.then(() => this.#save(tiers, entries));
    this.#writing = turn.catch(() => {});
    return turn;
  }

  async #save(tiers: readonly Tier[], entries: readonly LedgerEntry[]): Promise<void> {
    const count = tiers.findLastIndex(({ words }) => words.length >= this.#leastWords) + 1;
    const kept = tiers.slice(0, count);
    const unchanged = kept.length === this.#records.size && kept.every((tier) => this.#records.has(tier));
    if (unchanged) return;
    const records: TierRecord[] = [];
    for (const tier of kept) {
      const known = this.#records.get(tier);
      const record = known ?? (await this.#write(tier, entries));
      this.#records.set(tier, record);
      records.push(record);
    }
    await writeManifest(path.join(this.#directory, MANIFEST), this.#identity, records);
    for (const tier of this.#records.keys()) if (!kept.includes(tier)) this.#records.delete(tier);
    await this.#sweep(records.map(({ file }) => file));
  }

  async #write(tier: Tier, entries: readonly LedgerEntry[]): Promise<TierRecord> {
    const { firstContribution, starts } = tier;
    const digest = digestOf(entries, tier);
    const file = `${firstContribution}-${starts.length}-${process.pid}-${++this.#number}.tier`;
    await writeTierFile(path.join(this.#directory, file), tier);
    return { file, firstContribution, contributions: starts.length, digest };
  }

  async #sweep(kept: readonly string[]): Promise<void> {
    const names = await readdir(this.#directory);
    const left = names.filter((name) => /\.(tier|part)$/.test(name) && !kept.includes(name));
    await Promise.all(left.map((name) => rm(path.join(this.#directory, name), { force: true })));
  }
}
