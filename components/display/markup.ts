/** How a run of a text looks. `syntax` is Markdown's own writing, which stands in the text and is only dimmed. */
export type Look = "text" | "syntax" | "heading" | "strong" | "emphasis" | "code";

/** UTF-16 offsets into the text, end exclusive. */
export type Run = { start: number; end: number; look: Look };

const FENCE = /^\s*(```|~~~)/;
const LINE = /^(\s{0,3}#{1,6} +|\s*[-*+] +|\s{0,3}> ?)/;
const INLINE =
  /(?<tick>`+)(?<code>[^`\n]+)\k<tick>|\*\*(?<strong>[^*\n]+)\*\*|\*(?<emphasis>[^*\s](?:[^*\n]*[^*\s])?)\*|\[(?<link>[^[\]\n]+)\]\([^()\n]*\)|<\/?[A-Za-z][^<>\n]*>/g;

/**
 * Tells Markdown's writing in a text from what it marks. Nothing is taken away or added: the runs lie one after the other and joined
 * again are the text, so that offsets into it stay true. Headings, lists, quotes, code, emphasis, links and tags; the rest is text.
 */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let at = 0;
  let fenced = false;
  const add = (length: number, look: Look) => {
    if (length === 0) return;
    const last = runs.at(-1);
    if (last?.look === look) last.end += length;
    else runs.push({ start: at, end: at + length, look });
    at += length;
  };
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const fence = FENCE.test(line);
    if (fence || fenced) {
      add(line.length, fence ? "syntax" : "code");
      if (fence) fenced = !fenced;
      continue;
    }
    const opening = LINE.exec(line)?.[0] ?? "";
    add(opening.length, "syntax");
    addInline(line.slice(opening.length), opening.includes("#") ? "heading" : "text", add);
  }
  return runs;
}

function addInline(line: string, plain: Look, add: (length: number, look: Look) => void) {
  let from = 0;
  for (const match of line.matchAll(INLINE)) {
    add(match.index - from, plain);
    from = match.index + match[0].length;
    const { code, strong, emphasis, link } = match.groups!;
    const inner = code ?? strong ?? emphasis ?? link;
    if (inner === undefined) {
      add(match[0].length, "syntax"); // a tag
      continue;
    }
    const before = link === undefined ? (match[0].length - inner.length) / 2 : 1;
    add(before, "syntax");
    add(inner.length, code ? "code" : strong ? "strong" : emphasis ? "emphasis" : plain);
    add(match[0].length - before - inner.length, "syntax");
  }
  add(line.length - from, plain);
}

/** The runs of a part of the text, cut at its borders. */
export const runsBetween = (runs: readonly Run[], start: number, end: number): Run[] =>
  runs
    .filter((run) => run.start < end && run.end > start)
    .map((run) => ({ ...run, start: Math.max(run.start, start), end: Math.min(run.end, end) }));
