import { setImmediate as breathe } from "node:timers/promises";
import { type AttributionIndex, type Contribution, GrowingIndex, type Tier } from "../attribution/index.ts";
import type { BuilderPool } from "./BuilderPool.ts";
import { cutTier } from "./cutTier.ts";
import { TierStore } from "./TierStore.ts";
import { commonLength, type IndexedEntry, identityOf } from "./tierManifest.ts";

/** Tiers of at least this many words are kept on disk. */
const FLUSH_WORDS = 65_536;
/** Contributions read at a time where many are missing, and the characters after which they are made a tier. */
const BATCH = 64;
const BATCH_CHARACTERS = 2 ** 26;

export interface LedgerIndexOptions {
  /** Where the tiers are kept; made when it is not there. One process at a time may have it open. */
  directory: string;
  /** Hash of the bits table, part of what the files are made for. */
  bits: string;
  pool: BuilderPool;
  /** Texts of the contributions [from, to) of the ledger. */
  textsOf(entries: readonly IndexedEntry[], from: number, to: number): Promise<string[]>;
  /** Told in a sentence when something on disk cannot be used. */
  say(line: string): void;
  flushWords?: number;
}

/** An index over a ledger that only grows, kept on disk. */
export interface LedgerIndex {
  index: AttributionIndex;
  /** The ledger as it was given last; while it is extended the index does not have all of it yet. */
  readonly entries: readonly IndexedEntry[];
  /** Takes `entries` as the ledger, of which those before are the beginning, and makes the new ones searchable. */
  extend(entries: readonly IndexedEntry[]): Promise<void>;
  /**
   * The index, in another directory, of as much as `entries` and this ledger have in common. Tiers and their files are shared; of the
   * tier in which they part, the common part is sorted again.
   */
  branch(directory: string, entries: readonly IndexedEntry[]): Promise<LedgerIndex>;
  /** Resolves when nothing is left to merge or to write. */
  settled(): Promise<void>;
}

/**
 * Opens the index of a ledger: reads the tiers that are on disk and fit `entries`, and builds the rest from the texts. A file that is torn,
 * damaged or of another version is said and built again; so the rows are those of the ledger, whatever happened before.
 */
export async function openLedgerIndex(
  entries: readonly IndexedEntry[],
  options: LedgerIndexOptions,
): Promise<LedgerIndex> {
  const store = storeOf(options);
  const ledger = over(entries, await store.load(entries), store, options);
  await ledger.extend(entries);
  return ledger;
}

const storeOf = ({ directory, bits, flushWords = FLUSH_WORDS, say }: LedgerIndexOptions) =>
  new TierStore(directory, identityOf(bits), flushWords, say);

/** @param tiers of the beginning of `entries` */
function over(
  entries: readonly IndexedEntry[],
  tiers: readonly Tier[],
  store: TierStore,
  options: LedgerIndexOptions,
): LedgerIndex {
  const { pool, textsOf, say } = options;
  let known = entries;
  const save = () =>
    store.save(index.tiers, known).catch((error: Error) => say(`index: cannot be written: ${error.message}`));
  const index = new GrowingIndex(
    {
      build: (sources, removed) => pool.build(sources, removed),
      breathe: () => breathe(),
      onTiers: () => void save(),
      builders: pool.size,
    },
    tiers,
  );

  return {
    index,
    get entries() {
      return known;
    },
    async extend(all) {
      const common = commonLength(known, all);
      if (common < known.length) throw new Error(`the ledger differs from entry ${common} on, it had ${known.length}`);
      known = all;
      let batch: Contribution[] = [];
      let characters = 0;
      for (let from = index.kinds.length; from < all.length; from += BATCH) {
        const texts = await textsOf(all, from, Math.min(from + BATCH, all.length));
        for (const [i, text] of texts.entries()) {
          batch.push({ text, kind: all[from + i]!.kind });
          characters += text.length;
        }
        if (characters < BATCH_CHARACTERS && from + BATCH < all.length) continue;
        await index.addAll(batch);
        batch = [];
        characters = 0;
      }
    },
    async branch(directory, others) {
      const there = { ...options, directory };
      const common = Math.min(commonLength(known, others), index.kinds.length);
      const whole = index.tiers.filter(({ firstContribution, starts }) => firstContribution + starts.length <= common);
      const parting = index.tiers[whole.length];
      const branched = storeOf(there);
      await branched.adopt(store, whole);
      const count = common - (parting?.firstContribution ?? common);
      if (parting && count > 0) whole.push(await pool.build([cutTier(parting, count)], new Set()));
      return over(others.slice(0, common), whole, branched, there);
    },
    async settled() {
      await index.settled();
      await save();
    },
  };
}
