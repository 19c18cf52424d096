import { createShingleSet, type ShingleSet } from "../../../lib/attribution/index.ts";

export interface LedgerText {
  id: bigint;
  cid: string;
}

/**
 * What a datanet's ledger holds so far, for measuring what is new. Grows with the ledger; when an entry has gone (refused since) or one
 * must be measured against an earlier state, the set is built anew from the texts.
 */
export class LedgerTexts {
  #ids: bigint[] = [];
  #shingles: ShingleSet = createShingleSet();
  readonly #read: (cid: string) => Promise<string>;

  constructor(read: (cid: string) => Promise<string>) {
    this.#read = read;
  }

  /**
   * Part of `text` that `earlier` (in ledger order) holds, in basis points. What cannot be cut into words counts as new here: it is
   * refused for having none.
   */
  async containedBps(text: string, earlier: readonly LedgerText[]): Promise<number> {
    const known = this.#ids.length;
    if (known > earlier.length || this.#ids.some((id, index) => earlier[index]!.id !== id)) {
      this.#ids = [];
      this.#shingles = createShingleSet();
    }
    for (const { id, cid } of earlier.slice(this.#ids.length)) {
      this.#shingles.add(await this.#read(cid));
      this.#ids.push(id);
    }
    return earlier.length === 0 ? 0 : this.#shingles.containmentBps(text);
  }
}
