/** The least step of the form 1, 2 or 5 × 10^n that is at least `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= least * (1 - 1e-9))!;
  return step * power;
}

/** Round numbers from 0 to the first that is at least `most`, in at most `parts` equal steps of 1, 2 or 5 × 10^n. */
export function roundTicks(most: number, parts: number): number[] {
  if (!(most > 0)) return [0, 1];
  const step = roundStep(most / parts);
  const count = Math.ceil(most / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}

/** Which epochs an axis names: all while they are few, else at most `parts` multiples of 2, 5, 10, … */
export function epochTicks(labels: readonly string[], parts: number): string[] {
  const step = Math.max(1, roundStep(labels.length / parts));
  return step === 1 ? [...labels] : labels.filter((label) => Number(label) % step === 0);
}

type Plot = { x: number; y: number; width: number; height: number };

/**
 * Where the name of a line stands: at its end, right-aligned, above every point it would cover otherwise.
 * @param values the line's, from 0 to `top`
 * @param room px that the name takes from the right edge
 * @returns baseline's right end, in px
 */
export function nameSpot(values: readonly number[], top: number, plot: Plot, room: number): { x: number; y: number } {
  const gaps = Math.max(1, values.length - 1);
  const covered = Math.ceil((room / plot.width) * gaps) + 1;
  const highest = Math.max(...values.slice(-covered));
  return { x: plot.x + plot.width, y: plot.y + plot.height * (1 - highest / top) - 10 };
}
