/** What one process saw of a provider. */
interface Seen {
  /** When it failed, if that is the last it did. */
  failedAt: number | null;
  /** Smoothed; null until it has answered. */
  firstTokenMs: number | null;
}

export interface ProviderHealth {
  succeeded(id: bigint, firstTokenMs: number): void;
  failed(id: bigint): void;
  /** Best first: those that did not just fail, then the quickest to a first token, then the oldest. */
  order<T extends { id: bigint }>(providers: readonly T[]): T[];
}

/** After a failure a provider is asked only when the others fail too, for so long. */
const REST_MS = 15_000;
const SMOOTHING = 0.3;
/** Assumed of a provider that has not answered yet: known ones come first, but a slow one does not keep newcomers out. */
const UNKNOWN_MS = 2_000;

export function createProviderHealth(now: () => number = Date.now): ProviderHealth {
  const seen = new Map<bigint, Seen>();
  const of = (id: bigint): Seen => seen.get(id) ?? { failedAt: null, firstTokenMs: null };
  const rests = (id: bigint) => {
    const { failedAt } = of(id);
    return failedAt !== null && now() - failedAt < REST_MS;
  };

  return {
    succeeded(id, firstTokenMs) {
      const before = of(id).firstTokenMs ?? firstTokenMs;
      seen.set(id, { failedAt: null, firstTokenMs: before + SMOOTHING * (firstTokenMs - before) });
    },
    failed(id) {
      seen.set(id, { ...of(id), failedAt: now() });
    },
    order(providers) {
      const rank = ({ id }: { id: bigint }) =>
        [rests(id) ? 1 : 0, of(id).firstTokenMs ?? UNKNOWN_MS, Number(id)] as const;
      return [...providers].sort((a, b) => {
        const [x, y] = [rank(a), rank(b)];
        return x[0] - y[0] || x[1] - y[1] || x[2] - y[2];
      });
    },
  };
}
