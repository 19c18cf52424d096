import { memoryOf } from "./procfs.ts";

/** Watches the memory of this process and of the given process groups. @returns a reader of the peak so far, in MB (10^6 bytes). */
export function watchMemory(groups: () => Set<number>): () => number {
  let peak = 0;
  const sample = () => {
    peak = Math.max(peak, memoryOf(groups()) + process.memoryUsage.rss());
  };
  setInterval(sample, 1000).unref();
  return () => {
    sample();
    return Math.round(peak / 1e6);
  };
}
