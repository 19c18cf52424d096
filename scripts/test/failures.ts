const MOST_LINES = 12;
/** Fuzzed arguments fill pages. */
const MOST_CHARACTERS = 300;

/** How a runner tells of one failure: its first line, and the first one that is no longer part of it. */
interface Telling {
  begins: RegExp;
  ends: RegExp;
  /** A line before it names where it belongs. */
  placed?: true;
  /** What matters may be at its end: a tool's own summary. */
  both?: true;
}

const TELLINGS: Telling[] = [
  { begins: /^ FAIL {2}\S|^⎯+ (?:Uncaught|Unhandled) (?!Errors).+ ⎯+$/, ends: /^⎯/ }, // vitest
  { begins: /^\[FAIL/, ends: /^$|^\[PASS\]|^Suite result/, placed: true }, // forge
  { begins: /^ {2}\d+\) .+ › /, ends: /^ {2}\d+ \w/ }, // Playwright
  {
    ...{ begins: /^\w+ +failed +[\d.]+ s {2}/, both: true }, // npm run check
    ends: /^\w+ +(?:passed|skipped) +[\d.]+ s {2}|^\d+ passed, \d+ failed$/,
  },
  { begins: /^vector \d+:$/, ends: /^\S/ }, // npm run conformance
];

const PLACE = /^(?:Ran|Encountered) \d+ (?:failing )?tests? (?:for|in) (.+)$/;

/**
 * The failures that a runner tells of, each with the first lines of its message; of a run that failed without naming one, its last lines.
 * @param output without colours
 */
export function failuresOf(output: string): string[] {
  const found: { lines: string[]; telling: Telling }[] = [];
  let open: (typeof found)[number] | undefined;
  let place = "";
  for (const line of output.split(/\r?\n/)) {
    place = line.match(PLACE)?.[1] ?? place;
    const telling = open?.telling.begins.test(line) ? open.telling : TELLINGS.find(({ begins }) => begins.test(line));
    if (telling && (!open || open.telling === telling)) {
      open = { telling, lines: [telling.placed && place ? `${place} ${line}` : line.trim()] };
      found.push(open);
    } else if (open?.telling.ends.test(line)) open = undefined;
    else open?.lines.push(line);
  }
  if (found.length === 0) return [told(output.trim().split(/\r?\n/).slice(-MOST_LINES))];
  // forge tells of each twice.
  return [...new Set(found.map(({ lines, telling }) => told(lines, telling.both)))];
}

/** No more than the most lines, none of them blank. */
function told(all: string[], both = false): string {
  const lines = all.filter((line) => line.trim()).map(shortened);
  if (lines.length <= MOST_LINES) return lines.join("\n");
  const last = both ? MOST_LINES / 2 : 0;
  return [...lines.slice(0, MOST_LINES - 1 - last), "…", ...lines.slice(lines.length - last)].join("\n");
}

const shortened = (line: string) => {
  const text = line.replace(/ ─+$/, "");
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
};
