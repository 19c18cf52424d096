import { intsAt, moduleRunner, type WasmExports } from "./wasm/moduleRunner.ts";
import { suffixSort } from "./wasm/suffixSort.generated.ts";

interface Sorter extends WasmExports {
  sort(text: number, order: number, length: number, alphabet: number): void;
}

const withSorter = moduleRunner<Sorter>(suffixSort);

/**
 * Suffix array of `text` (values in [0, alphabet)) by induced sorting, n log n in time at worst, whatever the repeats; written to `order`. An
 * imaginary end smaller than every value closes the text. It is unique, so every engine gives the same. Takes about 21 bytes of memory a
 * value, 27 at most, and 8 for each value of the alphabet; beyond 4 GB it throws a WebAssembly.RuntimeError.
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
