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
   * first; then those that just failed. For private questions a known provider stays before every newcomer even then: whoever can make it
   * slow, or fail, must not get to read what is asked next. One in twenty public questions goes to the oldest newcomer first, which is how
   * it becomes known.
   */
  order<T extends { id: bigint }>(providers: readonly T[], model: bigint, visibility: "public" | "private"): T[];
}

/** After a failure a provider is asked for that model only when the others fail too, for so long. */
const REST_MS = 15_000;
const SMOOTHING = 0.3;
/** One in so many public questions of a model is asked of a newcomer first. */
const EXPLORE_EVERY = 20;
/** What comes first: for public questions, */
const PUBLIC = { known: 0, newcomer: 1, resting: 2, restingNewcomer: 2 };
/** and for private ones. */
const PRIVATE = { known: 0, resting: 1, newcomer: 2, restingNewcomer: 3 };

export function createProviderHealth(now: () => number = Date.now): ProviderHealth {
  // By model too: a node that does not serve one, or is made to fail by one, still serves the others.
  const seen = new Map<string, Seen>();
  const keyOf = (provider: bigint, model: bigint) => `${provider}/${model}`;
  const of = (key: string): Seen => seen.get(key) ?? { failedAt: null, firstTokenMs: null };
  const standing = (key: string): keyof typeof PUBLIC => {
    const { failedAt, firstTokenMs } = of(key);
    const rests = failedAt !== null && now() - failedAt < REST_MS;
    if (firstTokenMs === null) return rests ? "restingNewcomer" : "newcomer";
    return rests ? "resting" : "known";
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
      const places = visibility === "private" ? PRIVATE : PUBLIC;
      const standingOf = ({ id }: { id: bigint }) => standing(keyOf(id, model));
      const msOf = ({ id }: { id: bigint }) => of(keyOf(id, model)).firstTokenMs ?? 0;
      const sorted = [...providers].sort(
        (a, b) => places[standingOf(a)] - places[standingOf(b)] || msOf(a) - msOf(b) || (a.id < b.id ? -1 : 1),
      );
      const newcomer = sorted.find((one) => standingOf(one) === "newcomer");
      if (visibility === "private" || !newcomer || newcomer === sorted[0]) return sorted;
      const chance = (chances.get(model) ?? 0) + 1;
      chances.set(model, chance);
      return chance % EXPLORE_EVERY === 0 ? [newcomer, ...sorted.filter((one) => one !== newcomer)] : sorted;
    },
  };
}
