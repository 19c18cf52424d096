/** What one process saw of a provider with one model. */
interface Seen {
  /** When it failed, if that is the last it did. */
  failedAt: number | null;
  /** Smoothed; null until it has answered. */
  firstTokenMs: number | null;
}

export interface ProviderHealth {
  succeeded(provider: bigint, model: bigint, firstTokenMs: number): void;
  failed(provider: bigint, model: bigint): void;
  /** Best for a model first: those that did not just fail, then the quickest to a first token, then the oldest. */
  order<T extends { id: bigint }>(providers: readonly T[], model: bigint): T[];
}

/** After a failure a provider is asked for that model only when the others fail too, for so long. */
const REST_MS = 15_000;
const SMOOTHING = 0.3;
/** Assumed of a provider that has not answered yet: known ones come first, but a slow one does not keep newcomers out. */
const UNKNOWN_MS = 2_000;

export function createProviderHealth(now: () => number = Date.now): ProviderHealth {
  // By model too: a node that does not serve one, or is made to fail by one, still serves the others.
  const seen = new Map<string, Seen>();
  const keyOf = (provider: bigint, model: bigint) => `${provider}/${model}`;
  const of = (key: string): Seen => seen.get(key) ?? { failedAt: null, firstTokenMs: null };
  const rests = (key: string) => {
    const { failedAt } = of(key);
    return failedAt !== null && now() - failedAt < REST_MS;
  };

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
    order(providers, model) {
      const rank = ({ id }: { id: bigint }) => {
        const key = keyOf(id, model);
        return [rests(key) ? 1 : 0, of(key).firstTokenMs ?? UNKNOWN_MS, Number(id)] as const;
      };
      return [...providers].sort((a, b) => {
        const [x, y] = [rank(a), rank(b)];
        return x[0] - y[0] || x[1] - y[1] || x[2] - y[2];
      });
    },
  };
}
