/** Grows beyond this part full: probes stay short. */
const MAX_LOAD = 0.75;

/** Set of whole numbers in [0, 2^53) that are hashes already (evenly spread), in one open-addressed table of 8 bytes a place. */
export class HashSet {
  /** Holds value + 1, so that 0 marks a free place. */
  #table = new Float64Array(1024);
  #size = 0;

  has(hash: number): boolean {
    return this.#table[this.#placeOf(hash)] !== 0;
  }

  add(hash: number): void {
    const place = this.#placeOf(hash);
    if (this.#table[place] !== 0) return;
    this.#table[place] = hash + 1;
    this.#size++;
    if (this.#size > this.#table.length * MAX_LOAD) this.#grow();
  }

  /** Where the hash is, or the free place where it would go. */
  #placeOf(hash: number): number {
    const mask = this.#table.length - 1;
    let place = hash & mask;
    while (this.#table[place] !== 0 && this.#table[place] !== hash + 1) place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    const entries = this.#table;
    this.#table = new Float64Array(entries.length * 2);
    for (const entry of entries) if (entry !== 0) this.#table[this.#placeOf(entry - 1)] = entry;
  }
}
