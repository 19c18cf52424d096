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
    starts: takenOut(starts),
    kinds: takenOut(kinds),
    spellings: { first, ends: takenOut(ends), units: takenOut(units) },
  };
}

const isShared = ({ buffer }: ArrayBufferView) => buffer instanceof SharedArrayBuffer;

const takenOut = <Values extends Int32Array | Uint16Array | Uint8Array>(values: Values): Values =>
  isShared(values) ? values : (values.slice() as Values);

function inSharedMemory(words: Int32Array): Int32Array {
  if (isShared(words)) return words;
  const copy = new Int32Array(new SharedArrayBuffer(words.byteLength));
  copy.set(words);
  return copy;
}
