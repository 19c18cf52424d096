import { memoryOf } from "./procfs.ts";

/**
 * Watches the memory of this process and of the given process groups; looking costs some CPU, so only while somebody wants to know.
 * @returns a function that ends the watch and tells the peak, in MB (10^6 bytes).
 */
export function watchMemory(groups: () => Set<number>): () => number {
  let peak = 0;
  const sample = () => {
    peak = Math.max(peak, memoryOf(groups()) + process.memoryUsage.rss());
  };
  const timer = setInterval(sample, 2000);
  return () => {
    clearInterval(timer);
    sample();
    return Math.round(peak / 1e6);
  };
}
