import { intsAt, moduleRunner, type WasmExports } from "./wasm/moduleRunner.ts";
import { suffixSort } from "./wasm/suffixSort.generated.ts";

interface Sorter extends WasmExports {
  sort(text: number, order: number, length: number, alphabet: number): void;
}

const withSorter = moduleRunner<Sorter>(suffixSort);

/**
 * Suffix array of `text` (values in [0, alphabet)) by induced sorting; written to `order`. Linear in the length of the text and the alphabet,
 * whatever the repeats: a start is compared as far as the next one and no further, and fewer than 1,000 starts are merged, more are
 * sorted by digits. An imaginary end smaller than every value closes the text. The array is unique, so every engine gives the same. Takes
 * about 21 bytes of memory a value, 27 at most, and 8 for each value of the alphabet; beyond 4 GB it throws a WebAssembly.RuntimeError.
 */
export function suffixArray(
  text: Int32Array,
  alphabet: number,
  order: Int32Array = new Int32Array(text.length),
): Int32Array {
  return withSorter((sorter) => {
    const textAt = sorter.reserve(text.length);
    const orderAt = sorter.reserve(text.length);
    intsAt(sorter, textAt, text.length).set(text);
    sorter.sort(textAt, orderAt, text.length, alphabet);
    order.set(intsAt(sorter, orderAt, text.length));
    sorter.release(textAt);
    return order;
  });
}
