const MOST_LINES = 80;

/** Failures one below the other: the more there are, the fewer lines each, so that all are named as long as there is room. */
export function failureList(failures: string[]): string {
  const each = Math.max(1, Math.trunc(MOST_LINES / Math.max(failures.length, 1)));
  const lines = failures.flatMap((failure) => failure.split("\n").slice(0, each));
  if (lines.length <= MOST_LINES) return lines.join("\n");
  return [...lines.slice(0, MOST_LINES - 1), `… and ${lines.length - MOST_LINES + 1} more`].join("\n");
}
