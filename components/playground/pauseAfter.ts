const FIRST_MS = 300;
const SOON_TIMES = 10;
const GROWTH = 1.4;
const MOST_MS = 10_000;

/** Milliseconds until a receipt is read again, after so many times: 0.3 s for the first three seconds, then growing to 10 s. */
export const pauseAfter = (times: number): number =>
  Math.min(MOST_MS, Math.round(FIRST_MS * GROWTH ** Math.max(0, times - SOON_TIMES)));
