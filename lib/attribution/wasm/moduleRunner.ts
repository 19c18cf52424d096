/** What every module offers. Addresses are in bytes, and negative beyond 2 GB. */
export interface WasmExports {
  memory: WebAssembly.Memory;
  reserve(count: number): number;
  release(from: number): void;
}

/** Memory of an instance only grows: one that has taken more than this is not kept. */
const MOST_BYTES_KEPT = 2 ** 26;

/** Makes a function that works with an instance of the module, which is compiled when first needed and kept from one call to the next. */
export function moduleRunner<Exports extends WasmExports>(base64: string) {
  let compiled: WebAssembly.Module | undefined;
  let kept: Exports | undefined;
  return <Result>(work: (own: Exports) => Result): Result => {
    compiled ??= new WebAssembly.Module(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
    const own = kept ?? (new WebAssembly.Instance(compiled).exports as unknown as Exports);
    // One that has failed is not used again.
    kept = undefined;
    const result = work(own);
    if (own.memory.buffer.byteLength <= MOST_BYTES_KEPT) kept = own;
    return result;
  };
}

/** The `count` int32 at an address, until memory grows. */
export function intsAt({ memory }: WasmExports, address: number, count: number): Int32Array {
  return new Int32Array(memory.buffer, address >>> 0, count);
}
