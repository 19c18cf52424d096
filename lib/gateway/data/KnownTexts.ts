import { contentHash, createShingleSet } from "../../attribution/index.ts";
import { decodeText } from "../../storage/decodeText.ts";
import type { Store } from "../../storage/fileStore.ts";

interface KnownText {
  id: bigint;
  cid: string;
}

/** What a datanet's ledger holds: runs of eight words, and whole texts by their hash. */
export interface KnownTexts {
  /** Part of the text's runs of eight words that are in the ledger, in basis points. */
  containedBps(text: string): number;
  /** The earliest contribution with the same words in the same order. */
  holderOf(contentHash: string): bigint | null;
}

/** Keeps up with a growing ledger: `read` takes in what is new, and begins anew when something has left it. */
export function createKnownTexts(store: Store): { read(texts: readonly KnownText[]): Promise<KnownTexts> } {
  let ids = new Set<bigint>();
  let shingles = createShingleSet();
  let holders = new Map<string, bigint>();
  let work: Promise<void> = Promise.resolve();

  async function takeIn(texts: readonly KnownText[]) {
    const current = new Set(texts.map(({ id }) => id));
    if ([...ids].some((id) => !current.has(id))) {
      ids = new Set();
      shingles = createShingleSet();
      holders = new Map();
    }
    for (const { id, cid } of texts) {
      if (ids.has(id)) continue;
      const text = decodeText(await store.get(cid)); // also lets other requests through between two texts
      const hash = contentHash(text);
      shingles.add(text);
      if (!holders.has(hash) || holders.get(hash)! > id) holders.set(hash, id);
      ids.add(id);
    }
  }

  return {
    async read(texts) {
      work = work.catch(() => {}).then(() => takeIn(texts));
      await work;
      return {
        containedBps: (text) => (ids.size === 0 ? 0 : shingles.containmentBps(text)),
        holderOf: (hash) => holders.get(hash) ?? null,
      };
    },
  };
}
