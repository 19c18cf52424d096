/** What one process saw of a provider with one model. */
interface Seen {
  /** When it failed, if that is the last it did. */
  failedAt: number | null;
  /** Smoothed; null until it has answered. */
  firstTokenMs: number | null;
}

export interface ProviderHealth {
  /** @param firstTokenMs from the request to the provider to its first words, without what we made it wait before */
  succeeded(provider: bigint, model: bigint, firstTokenMs: number): void;
  failed(provider: bigint, model: bigint): void;
  /**
   * Best for a model first: those that have answered with it, the quickest to a first token before the others; then newcomers, the oldest
   * first; then those that just failed. However slow a known provider becomes, say because somebody floods it, it stays before whoever
   * merely has a stake: a private question goes to a newcomer only when no known provider is left. One in twenty public questions goes to
   * the oldest newcomer first, which is how it becomes known.
   */
  order<T extends { id: bigint }>(providers: readonly T[], model: bigint, visibility: "public" | "private"): T[];
}

/** After a failure a provider is asked for that model only when the others fail too, for so long. */
const REST_MS = 15_000;
const SMOOTHING = 0.3;
/** One in so many public questions of a model is asked of a newcomer first. */
const EXPLORE_EVERY = 20;
/** What comes first. */
const KNOWN = 0;
const UNKNOWN = 1;
const RESTING = 2;

export function createProviderHealth(now: () => number = Date.now): ProviderHealth {
  // By model too: a node that does not serve one, or is made to fail by one, still serves the others.
  const seen = new Map<string, Seen>();
  const keyOf = (provider: bigint, model: bigint) => `${provider}/${model}`;
  const of = (key: string): Seen => seen.get(key) ?? { failedAt: null, firstTokenMs: null };
  const standing = (key: string) => {
    const { failedAt, firstTokenMs } = of(key);
    if (failedAt !== null && now() - failedAt < REST_MS) return RESTING;
    return firstTokenMs === null ? UNKNOWN : KNOWN;
  };
  /** Public questions that a newcomer could have been asked, by model. */
  const chances = new Map<bigint, number>();

  return {
    succeeded(provider, model, firstTokenMs) {
      const key = keyOf(provider, model);
      const before = of(key).firstTokenMs ?? firstTokenMs;
      seen.set(key, { failedAt: null, firstTokenMs: before + SMOOTHING * (firstTokenMs - before) });
    },
    failed(provider, model) {
      const key = keyOf(provider, model);
      seen.set(key, { ...of(key), failedAt: now() });
    },
    order(providers, model, visibility) {
      const standingOf = ({ id }: { id: bigint }) => standing(keyOf(id, model));
      const msOf = ({ id }: { id: bigint }) => of(keyOf(id, model)).firstTokenMs ?? 0;
      const sorted = [...providers].sort(
        (a, b) => standingOf(a) - standingOf(b) || msOf(a) - msOf(b) || (a.id < b.id ? -1 : 1),
      );
      const newcomer = sorted.find((one) => standingOf(one) === UNKNOWN);
      if (visibility === "private" || !newcomer || newcomer === sorted[0]) return sorted;
      const chance = (chances.get(model) ?? 0) + 1;
      chances.set(model, chance);
      return chance % EXPLORE_EVERY === 0 ? [newcomer, ...sorted.filter((one) => one !== newcomer)] : sorted;
    },
  };
}
