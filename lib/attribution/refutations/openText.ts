import type { Address } from "viem";
import { CHUNK_TOKENS, chunkLeaf, chunksOf } from "../contentHash.ts";
import { itemRoot } from "../itemRoot.ts";
import { entryLeaf, type LedgerEntry } from "../ledgerRoot.ts";
import { merklePath, rootOfPath } from "../merkleRoot.ts";
import type { Claim, OpenedEntry, OpenedText } from "./types.ts";

/** A contribution of one item, as who holds the data has it. */
export interface HeldContribution extends LedgerEntry {
  text: string;
  contributor: Address;
}

export function openEntry(ledger: readonly LedgerEntry[], index: number): OpenedEntry {
  const { id, kind, root } = ledger[index]!;
  return { index, id, kind, root, path: merklePath(ledger.map(entryLeaf), index) };
}

/** Opens the words [from, to) of a contribution; beyond its end, its last chunk. */
export function openText(ledger: readonly HeldContribution[], index: number, from: number, to: number): OpenedText {
  const { text, contributor } = ledger[index]!;
  const chunks = chunksOf(text);
  const leaves = chunks.map(chunkLeaf);
  const last = Math.min(Math.floor((to - 1) / CHUNK_TOKENS), chunks.length - 1);
  const first = Math.min(Math.floor(from / CHUNK_TOKENS), last);
  return {
    entry: openEntry(ledger, index),
    contributor,
    chunkCount: chunks.length,
    chunks: Array.from({ length: last - first + 1 }, (_, i) => {
      const number = first + i;
      return { number, words: chunks[number]!, path: merklePath(leaves, number) };
    }),
  };
}

/** Why the entry is not at its place in the claim's ledger; undefined when it is. */
export function entryProblem(entry: OpenedEntry, { result, ledgerSize }: Claim): string | undefined {
  const root = rootOfPath(entryLeaf(entry), entry.index, ledgerSize, entry.path);
  return root === result.ledgerRoot ? undefined : `entry ${entry.index} is not under the ledger's root`;
}

/** Why the words are not those of the entry's contribution; undefined when they are. */
export function textProblem({ entry, contributor, chunkCount, chunks }: OpenedText, claim: Claim): string | undefined {
  const problem = entryProblem(entry, claim);
  if (problem) return problem;
  if (chunks.length === 0) return "no chunk is opened";
  for (const [i, { number, words, path }] of chunks.entries()) {
    if (number !== chunks[0]!.number + i) return "the chunks are not side by side";
    const content = rootOfPath(chunkLeaf(words, number), number, chunkCount, path);
    if (!content || itemRoot(content, contributor, 0) !== entry.root) return `chunk ${number} is not under the root`;
  }
  return undefined;
}

/** Word at `offset` of the contribution, undefined when it is not opened. */
export function wordAt({ chunks }: OpenedText, offset: number): string | undefined {
  const at = offset - chunks[0]!.number * CHUNK_TOKENS;
  return chunks[Math.floor(at / CHUNK_TOKENS)]?.words[at % CHUNK_TOKENS];
}

/** Whether the opened chunks show that the contribution has fewer than `words` words. */
export function endsBefore({ chunks, chunkCount }: OpenedText, words: number): boolean {
  const last = chunks.at(-1)!;
  return last.number === chunkCount - 1 && last.number * CHUNK_TOKENS + last.words.length < words;
}
