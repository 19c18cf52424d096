import type { TierSource } from "../attribution/index.ts";

/**
 * A source, or of a tier what is one, as it crosses to a thread: shared memory as it is, the words by shared memory. Of an array that is
 * not shared all of the memory that it is a part of would be copied, so the small ones are taken out of theirs.
 */
export function sourceToSend({ firstContribution, words, starts, kinds, spellings }: TierSource): TierSource {
  const { first, ends, units } = spellings;
  return {
    firstContribution,
    words: inSharedMemory(words),
    starts: isShared(starts) ? starts : starts.slice(),
    kinds: isShared(kinds) ? kinds : kinds.slice(),
    spellings: { first, ends: isShared(ends) ? ends : ends.slice(), units: isShared(units) ? units : units.slice() },
  };
}

const isShared = ({ buffer }: ArrayBufferView) => buffer instanceof SharedArrayBuffer;

function inSharedMemory(words: Int32Array): Int32Array {
  if (isShared(words)) return words;
  const copy = new Int32Array(new SharedArrayBuffer(words.byteLength));
  copy.set(words);
  return copy;
}
