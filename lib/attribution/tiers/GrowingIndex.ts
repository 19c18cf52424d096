import type { AttributionIndex } from "../buildIndex.ts";
import type { Contribution, ContributionKind } from "../types.ts";
import { Vocabulary } from "../words/Vocabulary.ts";
import { buildTier } from "./buildTier.ts";
import { mergePlan } from "./mergePlan.ts";
import { mergeSources } from "./mergeSources.ts";
import { SourceWriter } from "./SourceWriter.ts";
import { KINDS, type Tier, type TierSource } from "./types.ts";

/** Sorted here up to this many words (a few milliseconds), by the builder beyond. */
const SORTED_HERE_WORDS = 16_384;
/** Words numbered before the event loop gets its turn. */
const STRIDE_WORDS = 16_384;
/** With more tiers than this, additions wait for a merge. */
const MOST_TIERS = 48;

/** What the index needs of where it runs. */
export interface IndexHost {
  /** Builds a tier of sources that follow one another, without the words of removed contributions, off this thread. */
  build(sources: readonly TierSource[], removed: ReadonlySet<number>): Promise<Tier>;
  /** Lets other work of the event loop run. */
  breathe(): Promise<void>;
  /** Called after the tiers have changed. */
  onTiers?(tiers: readonly Tier[]): void;
  /** Merges that run at a time; 1 by default. */
  builders?: number;
}

/**
 * An index that grows. A contribution is searchable once `add` resolves, as a tier of its own; tiers of a level are merged behind, and the
 * list of tiers is replaced at once, so `attribute` finds the same rows at any moment.
 */
export class GrowingIndex implements AttributionIndex {
  readonly vocabulary = new Vocabulary();
  readonly #host: IndexHost;
  readonly #kinds: ContributionKind[] = [];
  #tiers: readonly Tier[] = [];
  #removed: ReadonlySet<number> = new Set();
  #queue: Promise<unknown> = Promise.resolve();
  readonly #merging = new Map<Promise<void>, readonly Tier[]>();
  #failure: unknown;
  #soon: Promise<void> | undefined;
  /** Words taken since the event loop had its turn. */
  #unrested = 0;

  /** @param tiers built before, in ledger order from its first contribution */
  constructor(host: IndexHost, tiers: readonly Tier[] = []) {
    this.#host = host;
    for (const tier of tiers) {
      if (tier.firstContribution !== this.#kinds.length) {
        throw new Error(`a tier begins at ${tier.firstContribution}, the one before ends at ${this.#kinds.length}`);
      }
      this.vocabulary.restore(tier.spellings);
      for (const kind of tier.kinds) this.#kinds.push(KINDS[kind]!);
    }
    this.#tiers = [...tiers];
  }

  get kinds(): readonly ContributionKind[] {
    return this.#kinds;
  }

  get tiers(): readonly Tier[] {
    return this.#tiers;
  }

  get removed(): ReadonlySet<number> {
    return this.#removed;
  }

  /** Appends a contribution to the ledger. Contributions are taken in the order of the calls. */
  add(contribution: Contribution): Promise<void> {
    return this.addAll([contribution]);
  }

  /** Appends contributions as one tier: quicker than one by one, where there are many at once. */
  addAll(contributions: readonly Contribution[]): Promise<void> {
    return this.#inTurn(async () => {
      if (contributions.length === 0) return;
      while (this.#tiers.length > MOST_TIERS && this.#merging.size > 0) await Promise.race(this.#merging.keys());
      const units = contributions.reduce((sum, { text }) => sum + text.length, 0);
      // Words of an addition that failed are numbered but spelled nowhere yet: the next source spells them.
      const last = this.#tiers.at(-1)?.spellings;
      const firstSpelling = last ? last.first + last.ends.length : 1;
      const expected = Math.ceil(units / 6) + contributions.length;
      const writer = new SourceWriter(this.vocabulary, this.#kinds.length, firstSpelling, expected);
      for (const { text, kind } of contributions) {
        for (const _ of writer.take(text, kind, STRIDE_WORDS)) await this.#host.breathe();
      }
      const source = writer.finish();
      const small = source.words.length <= SORTED_HERE_WORDS;
      const tier = small ? buildTier(source) : await this.#host.build([source], new Set());
      for (const { kind } of contributions) this.#kinds.push(kind);
      this.#setTiers([...this.#tiers, tier]);
      this.#mergeSoon();
      this.#unrested += tier.words.length;
      if (this.#unrested < STRIDE_WORDS) return;
      this.#unrested = 0;
      await this.#host.breathe();
    });
  }

  /** Takes a contribution back: at once its credit goes to the treasury, and after `compact` it publishes nothing. */
  remove(contribution: number): void {
    if (!Number.isInteger(contribution) || contribution < 0 || contribution >= this.#kinds.length) {
      throw new RangeError(`contribution is ${contribution}; give a whole number below ${this.#kinds.length}`);
    }
    this.#removed = new Set([...this.#removed, contribution]);
  }

  /** Builds the tiers that hold removed contributions again without their words. */
  compact(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#settleMerges();
      const removed = this.#removed;
      const holds = ({ firstContribution, starts }: Tier) =>
        [...removed].some((place) => place >= firstContribution && place < firstContribution + starts.length);
      const built = await Promise.all(
        this.#tiers.map((tier) => (holds(tier) ? this.#host.build([tier], removed) : tier)),
      );
      this.#removed = new Set([...this.#removed].filter((place) => !removed.has(place)));
      this.#setTiers(built);
    });
  }

  /** Resolves when all that was added is searchable and nothing is left to merge; rejects when a merge has failed. */
  settled(): Promise<void> {
    return this.#inTurn(() => this.#settleMerges());
  }

  /** Runs `work` after what was asked before it; a failure is its caller's alone. */
  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => {});
    return turn;
  }

  async #settleMerges(): Promise<void> {
    await this.#soon;
    while (this.#merging.size > 0) await Promise.all(this.#merging.keys());
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure !== undefined) throw failure;
    // A failed merge has left its tiers as they were: they work, and the next call tries them again.
    this.#merge();
    if (this.#merging.size > 0) await this.#settleMerges();
  }

  /** An addition does not wait for the merges that it brings about. */
  #mergeSoon(): void {
    this.#soon ??= this.#host.breathe().then(() => {
      this.#soon = undefined;
      try {
        this.#merge();
      } catch (error) {
        this.#failure = error;
      }
    });
  }

  #merge(): void {
    for (;;) {
      const busy = new Set([...this.#merging.values()].flat());
      const tiers = this.#tiers;
      const plan = mergePlan(
        tiers.map(({ words }) => words.length),
        (place) => busy.has(tiers[place]!),
      );
      if (!plan) return;
      const parts = tiers.slice(plan.from, plan.to);
      if (plan.words <= SORTED_HERE_WORDS) {
        this.#replace(parts, buildTier(mergeSources(parts)));
        continue;
      }
      if (this.#merging.size >= (this.#host.builders ?? 1)) return;
      this.#mergeBehind(parts);
    }
  }

  #mergeBehind(parts: readonly Tier[]): void {
    const merge = this.#host.build(parts, new Set()).then(
      (tier) => this.#replace(parts, tier),
      (error: unknown) => {
        this.#failure = error;
      },
    );
    const done = merge.finally(() => {
      this.#merging.delete(done);
      if (this.#failure === undefined) this.#merge();
    });
    this.#merging.set(done, parts);
  }

  #replace(parts: readonly Tier[], tier: Tier): void {
    const from = this.#tiers.indexOf(parts[0]!);
    this.#setTiers([...this.#tiers.slice(0, from), tier, ...this.#tiers.slice(from + parts.length)]);
  }

  #setTiers(tiers: readonly Tier[]): void {
    this.#tiers = tiers;
    this.#host.onTiers?.(tiers);
  }
}
