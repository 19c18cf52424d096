import { suffixSort } from "./wasm/suffixSort.generated.ts";

/** What the compiled module offers. Addresses are in bytes, and negative beyond 2 GB. */
interface Sorter {
  memory: WebAssembly.Memory;
  reserve(count: number): number;
  release(from: number): void;
  sort(text: number, order: number, length: number, alphabet: number): void;
}

/** The memory of a sorter only grows: one that has taken more than this is not kept. */
const MOST_BYTES_KEPT = 2 ** 26;

let compiled: WebAssembly.Module | undefined;
let sorter: Sorter | undefined;

/**
 * Suffix array of `text` (values in [0, alphabet)) by induced sorting, linear in time whatever the repeats; written to `order`. An imaginary
 * end smaller than every value closes the text. It is unique, so every engine gives the same.
 */
export function suffixArray(
  text: Int32Array,
  alphabet: number,
  order: Int32Array = new Int32Array(text.length),
): Int32Array {
  const own = sorter ?? startSorter();
  // One that has failed is not used again.
  sorter = undefined;
  const textAt = own.reserve(text.length);
  const orderAt = own.reserve(text.length);
  new Int32Array(own.memory.buffer, textAt >>> 0, text.length).set(text);
  own.sort(textAt, orderAt, text.length, alphabet);
  order.set(new Int32Array(own.memory.buffer, orderAt >>> 0, text.length));
  own.release(textAt);
  if (own.memory.buffer.byteLength <= MOST_BYTES_KEPT) sorter = own;
  return order;
}

function startSorter(): Sorter {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(suffixSort), (character) => character.charCodeAt(0)));
  return new WebAssembly.Instance(compiled).exports as unknown as Sorter;
}
