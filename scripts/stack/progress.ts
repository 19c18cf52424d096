/** Prints one line per step, with the seconds since the start. */
export interface Progress {
  step(name: string, text: string): void;
  seconds(): number;
}

export function makeProgress(write: (line: string) => void = (line) => process.stdout.write(`${line}\n`)): Progress {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  return {
    step: (name, text) => write(`${seconds().toFixed(1).padStart(6)} s  ${name.padEnd(10)} ${text}`),
    seconds,
  };
}
