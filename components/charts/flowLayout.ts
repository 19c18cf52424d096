export type Band = {
  /** Top and bottom of the band where it leaves the source and where it arrives, in px. */
  from: [number, number];
  to: [number, number];
};

/**
 * Places the bands of a one-to-many flow. All bands share one scale, so that their heights can be compared; on the right they are spread
 * so that labels of `pitch` px do not touch.
 * @param amounts wei, each positive
 * @param bandHeight px the whole amount takes
 * @returns bands in the order of `amounts`, and the height of the drawing
 */
export function flowLayout(
  amounts: readonly bigint[],
  bandHeight: number,
  pitch: number,
): { bands: Band[]; height: number } {
  const total = amounts.reduce((sum, amount) => sum + amount, 0n);
  const heights = amounts.map((amount) =>
    total === 0n ? 0 : (Number((amount * 1_000_000n) / total) / 1_000_000) * bandHeight,
  );
  let y = 0;
  const arrivals = heights.map((height) => {
    const room = Math.max(height + 6, pitch);
    const top = y + (room - height) / 2;
    y += room;
    return [top, top + height] as [number, number];
  });
  let leave = (y - heights.reduce((sum, height) => sum + height, 0)) / 2;
  const bands = heights.map((height, i) => {
    const from: [number, number] = [leave, leave + height];
    leave += height;
    return { from, to: arrivals[i]! };
  });
  return { bands, height: y };
}

/** SVG path of a band across a drawing of `width`. */
export function bandPath({ from, to }: Band, width: number): string {
  const mid = width / 2;
  return `M0 ${from[0]}C${mid} ${from[0]} ${mid} ${to[0]} ${width} ${to[0]}L${width} ${to[1]}C${mid} ${to[1]} ${mid} ${from[1]} 0 ${from[1]}Z`;
}
