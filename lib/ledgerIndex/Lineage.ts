import { rm } from "node:fs/promises";
import path from "node:path";
import type { AttributionIndex } from "../attribution/index.ts";
import { type LedgerIndex, type LedgerIndexOptions, openLedgerIndex } from "./openLedgerIndex.ts";
import { MANIFEST } from "./TierStore.ts";
import { commonLength, type IndexedEntry, identityOf, readManifest } from "./tierManifest.ts";
import { UnusableError } from "./UnusableError.ts";

/** A ledger that grows, and its index: in memory, or asleep in its directory. What is asked of it is done one after the other. */
export class Lineage {
  /** As far as it is indexed, or about to be. */
  entries: readonly IndexedEntry[];
  readonly #options: LedgerIndexOptions;
  /** Of which it is a branch, until it has been opened. */
  #origin: Lineage | undefined;
  #ledger: LedgerIndex | undefined;
  /** Ledgers with the index that was seen to hold them: it only grows, so it still does. */
  readonly #seen = new WeakMap<readonly IndexedEntry[], LedgerIndex>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: LedgerIndexOptions, entries: readonly IndexedEntry[], origin?: Lineage) {
    this.#options = options;
    this.entries = entries;
    this.#origin = origin;
  }

  get isAwake(): boolean {
    return this.#ledger !== undefined;
  }

  /** Whether it is known to hold this very array, without a comparison: that takes as long as the ledger is, and every answer asks. */
  knows(entries: readonly IndexedEntry[]): boolean {
    return this.#ledger !== undefined && this.#seen.get(entries) === this.#ledger;
  }

  /**
   * The index of a ledger that holds `entries` first; undefined when this lineage has become another than it was when it was chosen.
   * @throws what the reading of texts throws; then the lineage is what its directory holds
   */
  async indexOf(entries: readonly IndexedEntry[]): Promise<AttributionIndex | undefined> {
    if (this.#holds(entries)) return this.#ledger?.index;
    if (entries.length > this.entries.length) this.entries = entries;
    return this.#inTurn(async () => {
      try {
        this.#ledger ??= await this.#open(beginsAs(entries, this.entries) ? this.entries : entries);
        if (beginsAs(this.#ledger.entries, entries)) await this.#ledger.extend(entries);
        this.entries = this.#ledger.entries;
        return this.#holds(entries) ? this.#ledger.index : undefined;
      } catch (error) {
        await this.#putAway();
        throw error;
      }
    });
  }

  /** Leaves memory; the directory keeps it. */
  sleep(): Promise<void> {
    return this.#inTurn(() => this.#putAway());
  }

  /** Leaves memory and disk. */
  remove(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#putAway();
      await rm(this.#options.directory, { recursive: true, force: true });
    });
  }

  settled(): Promise<void> {
    return this.#inTurn(async () => this.#ledger?.settled());
  }

  /** As much of `entries` as this lineage has, as an index of its own. */
  branch(directory: string, entries: readonly IndexedEntry[]): Promise<LedgerIndex> {
    return this.#inTurn(async () => {
      this.#ledger ??= await openLedgerIndex(this.entries, this.#options);
      return this.#ledger.branch(directory, entries);
    });
  }

  #holds(entries: readonly IndexedEntry[]): boolean {
    if (this.knows(entries)) return true;
    const ledger = this.#ledger;
    if (!ledger || ledger.index.kinds.length < entries.length || !beginsAs(entries, ledger.entries)) return false;
    this.#seen.set(entries, ledger);
    return true;
  }

  async #open(entries: readonly IndexedEntry[]): Promise<LedgerIndex> {
    const origin = this.#origin;
    this.#origin = undefined;
    if (!origin) return openLedgerIndex(entries, this.#options);
    const ledger = await origin.branch(this.#options.directory, entries).catch(() => undefined);
    // Its texts may be gone where ours are not.
    if (!ledger) return openLedgerIndex(entries, this.#options);
    await ledger.extend(entries);
    return ledger;
  }

  async #putAway(): Promise<void> {
    const { directory, bits } = this.#options;
    await this.#ledger?.settled().catch(() => {});
    this.#ledger = undefined;
    try {
      this.entries = await entriesIn(directory, bits);
    } catch (error) {
      // What cannot be read now may still be there.
      if (error instanceof UnusableError) this.entries = [];
    }
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => {});
    return turn;
  }
}

/** Whether `whole` begins with all of `part`. */
const beginsAs = (part: readonly IndexedEntry[], whole: readonly IndexedEntry[]) =>
  commonLength(part, whole) === part.length;

/** The entries of the tiers in an index's directory. @throws as `readManifest` does */
export async function entriesIn(directory: string, bits: string): Promise<IndexedEntry[]> {
  const records = await readManifest(path.join(directory, MANIFEST), identityOf(bits));
  return records.flatMap(({ entries }) => entries);
}
