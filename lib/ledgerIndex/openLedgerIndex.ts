import { setImmediate as breathe } from "node:timers/promises";
import { type AttributionIndex, type Contribution, GrowingIndex } from "../attribution/index.ts";
import type { BuilderPool } from "./BuilderPool.ts";
import { TierStore } from "./TierStore.ts";
import { identityOf, type LedgerEntry } from "./tierManifest.ts";

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
  textsOf(entries: readonly LedgerEntry[], from: number, to: number): Promise<string[]>;
  /** Told in a sentence when something on disk cannot be used. */
  say(line: string): void;
  flushWords?: number;
}

/** An index over a ledger that only grows, kept on disk. */
export interface LedgerIndex {
  index: AttributionIndex;
  /** Takes `entries` as the ledger, of which those before are the beginning, and makes the new ones searchable. */
  extend(entries: readonly LedgerEntry[]): Promise<void>;
  /** Resolves when nothing is left to merge or to write. */
  settled(): Promise<void>;
}

/**
 * Opens the index of a ledger: reads the tiers that are on disk and fit `entries`, and builds the rest from the texts. A file that is torn,
 * damaged or of another version is said and built again; so the rows are those of the ledger, whatever happened before.
 */
export async function openLedgerIndex(
  entries: readonly LedgerEntry[],
  { directory, bits, pool, textsOf, say, flushWords = FLUSH_WORDS }: LedgerIndexOptions,
): Promise<LedgerIndex> {
  const store = new TierStore(directory, identityOf(bits), flushWords, say);
  const loaded = await store.load(entries);
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
    loaded,
  );

  const extend = async (all: readonly LedgerEntry[]) => {
    if (all.length < known.length) throw new Error(`the ledger has ${all.length} entries, it had ${known.length}`);
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
  };
  await extend(entries);
  return {
    index,
    extend,
    async settled() {
      await index.settled();
      await save();
    },
  };
}
