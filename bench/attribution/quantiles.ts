export interface Quantiles {
  p50: number;
  p95: number;
  p99: number;
}

/** Of times in milliseconds. */
export function quantiles(times: readonly number[]): Quantiles {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return { p50: round(at(0.5)), p95: round(at(0.95)), p99: round(at(0.99)) };
}

export function median(values: readonly number[]): number {
  return quantiles(values).p50;
}

export function round(value: number): number {
  return Number(value.toPrecision(4));
}

export function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** CPU time of this thread in milliseconds: what a busy machine does not inflate as it does the time on the clock. */
export function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
