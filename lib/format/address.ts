/** The ends of a long hex string: 0x91c4…77e0. Short values stay whole. */
export const shortHex = (hex: string, start = 6, end = 4): string =>
  hex.length <= start + end + 1 ? hex : `${hex.slice(0, start)}…${hex.slice(-end)}`;

/** Whether two hex strings are the same whatever their case. */
export const isSameHex = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
