const SHORTEST_MS = 60_000;
const LONGEST_MS = 86_400_000;
const MOST = 10_000;

/** What failed at a cost is left alone: a minute at first, then twice as long each time, up to a day. What was well for a day begins anew. */
export class Rests<Key> {
  readonly #resting = new Map<Key, { until: number; ms: number }>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** @returns for how long (ms) */
  begin(key: Key): number {
    const last = this.#resting.get(key);
    const isAgain = last !== undefined && this.#now() < last.until + LONGEST_MS;
    const ms = isAgain ? Math.min(2 * last.ms, LONGEST_MS) : SHORTEST_MS;
    this.#resting.delete(key);
    this.#resting.set(key, { until: this.#now() + ms, ms });
    if (this.#resting.size > MOST) this.#resting.delete(this.#resting.keys().next().value!);
    return ms;
  }

  has(key: Key): boolean {
    return (this.#resting.get(key)?.until ?? 0) > this.#now();
  }
}
