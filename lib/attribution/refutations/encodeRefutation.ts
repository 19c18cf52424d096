import { concat, type Hex, numberToHex, size, stringToHex } from "viem";
import { WORD_BREAK } from "../contentHash.ts";
import { KIND_NUMBER } from "../ledgerRoot.ts";
import type { OpenedEntry, OpenedText, Refutation } from "./types.ts";

const TYPE_NUMBER: Record<Refutation["type"], number> = { absent: 0, notFirst: 1, missed: 2, kind: 3, arithmetic: 4 };

/**
 * A refutation as bytes, integers unsigned and big-endian, nothing between the fields:
 *
 * ```
 * type uint8: 0 absent, 1 notFirst, 2 missed, 3 kind, 4 arithmetic
 * absent: row uint32 · notFirst: row, words, offset uint32 each · missed: start, words, offset uint32 each
 * entry (all but arithmetic): index uint32, id uint256, kind uint8, root bytes32, path
 * text (absent, notFirst, missed): contributor address, chunkCount uint32, number of chunks uint8, then for each chunk:
 *   number uint32, length uint16 and UTF-8 of the words joined by U+001F, path
 * path: length uint8, then 32 bytes each
 * ```
 */
export function encodeRefutation(refutation: Refutation): Hex {
  const head = [uint(TYPE_NUMBER[refutation.type], 1)];
  switch (refutation.type) {
    case "arithmetic":
      return concat(head);
    case "kind":
      return concat([...head, encodeEntry(refutation.opened)]);
    case "absent":
      return concat([...head, uint(refutation.row, 4), encodeText(refutation.opened)]);
    default: {
      const { words, offset, opened } = refutation;
      const place = refutation.type === "missed" ? refutation.start : refutation.row;
      return concat([...head, uint(place, 4), uint(words, 4), uint(offset, 4), encodeText(opened)]);
    }
  }
}

function encodeEntry({ index, id, kind, root, path }: OpenedEntry): Hex {
  return concat([uint(index, 4), numberToHex(id, { size: 32 }), uint(KIND_NUMBER[kind], 1), root, encodePath(path)]);
}

function encodeText({ entry, contributor, chunkCount, chunks }: OpenedText): Hex {
  const parts = chunks.flatMap(({ number, words, path }) => {
    const text = stringToHex(words.join(WORD_BREAK));
    return [uint(number, 4), uint(size(text), 2), text, encodePath(path)];
  });
  return concat([encodeEntry(entry), contributor, uint(chunkCount, 4), uint(chunks.length, 1), ...parts]);
}

function encodePath(path: readonly Hex[]): Hex {
  return concat([uint(path.length, 1), ...path]);
}

function uint(value: number, bytes: number): Hex {
  return numberToHex(value, { size: bytes });
}
