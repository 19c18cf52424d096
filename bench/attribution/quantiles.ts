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

/** What a piece of work took, in milliseconds: on the clock, and of this thread's CPU, which others on the machine do not stretch as much. */
export interface Cost {
  ms: number;
  cpuMs: number;
}

export function costOf(work: () => unknown): Cost {
  const busy = cpuMs();
  const started = performance.now();
  work();
  const ms = performance.now() - started;
  return { ms, cpuMs: cpuMs() - busy };
}

/** CPU time of this thread in milliseconds. */
export function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** CPU time of all threads of the process in milliseconds. */
export function allCpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
