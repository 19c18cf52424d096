import { contentHash, createShingleSet, type ShingleSet } from "../attribution/index.ts";

export interface LedgerText {
  id: bigint;
  cid: string;
}

/** Largest text that is taken, in bytes. */
export const MAX_TEXT_BYTES = 1_048_576;

/**
 * What a datanet's ledger holds so far, for measuring what is new. Grows with the ledger; when an entry has gone (refused since), one has another text (after a reorg) or one
 * must be measured against an earlier state, the set is built anew from the texts. One question at a time.
 */
export class LedgerTexts {
  #counted: LedgerText[] = [];
  #shingles: ShingleSet = createShingleSet();
  /** By CID; only of texts that a copy was looked for among. */
  readonly #hashes = new Map<string, string>();
  readonly #read: (cid: string) => Promise<string>;

  constructor(read: (cid: string) => Promise<string>) {
    this.#read = read;
  }

  /**
   * Part of `text` that `earlier` (in ledger order) holds, in basis points. What cannot be cut into words counts as new here: it is
   * refused for having none.
   */
  async containedBps(text: string, earlier: readonly LedgerText[]): Promise<number> {
    const isBeginning = this.#counted.every(({ id, cid }, i) => earlier[i]?.id === id && earlier[i].cid === cid);
    if (!isBeginning) {
      this.#counted = [];
      this.#shingles = createShingleSet();
    }
    for (const text of earlier.slice(this.#counted.length)) {
      this.#shingles.add(await this.#read(text.cid));
      this.#counted.push(text);
    }
    return earlier.length === 0 ? 0 : this.#shingles.containmentBps(text);
  }

  /** The earliest of `earlier` with the same words in the same order as a text of this content hash. */
  async holderOf(hash: string, earlier: readonly LedgerText[]): Promise<bigint | null> {
    for (const { id, cid } of earlier) {
      const known = this.#hashes.get(cid) ?? contentHash(await this.#read(cid));
      this.#hashes.set(cid, known);
      if (known === hash) return id;
    }
    return null;
  }
}
