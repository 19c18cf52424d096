// What one training takes: at the most of each it ends within a fraction of the time that a training has.

/** Numbers a text is turned into. */
export const LEAST_DIMENSIONS = 16;
export const MOST_DIMENSIONS = 1_024;
export const MOST_LABELS = 50;
/** Over all labels: each is held against each title. */
export const MOST_PATTERNS = 500;
/** Labelled contributions. */
export const MOST_ROWS = 2_000;
/** Of the labelled contributions' texts together. */
export const MOST_CHARACTERS = 32_000_000;

/** For who names none. */
export const defaultOptions = { dimensions: 256, penalty: 0.3 };
