import { type Look, type Run, runsBetween, runsOf } from "./markup.ts";

const looks: Record<Exclude<Look, "text">, string> = {
  syntax: "text-ink-2 text-[0.86em]",
  heading: "font-semibold",
  strong: "font-semibold",
  emphasis: "italic",
  code: "font-mono text-[0.84em]",
};

/**
 * A text as it was written, or a part of it: what its Markdown marks looks so, and the marks themselves are dimmed. Every character stays, in
 * its place, as text: what looks like HTML is shown, never read.
 */
export function MarkedText({
  text,
  runs = runsOf(text),
  start = 0,
  end = text.length,
}: {
  text: string;
  /** Of the whole text, where several parts of it are shown. */
  runs?: readonly Run[];
  start?: number;
  end?: number;
}) {
  return runsBetween(runs, start, end).map((run) => {
    const part = text.slice(run.start, run.end);
    return run.look === "text" ? (
      part
    ) : (
      <span key={run.start} className={looks[run.look]}>
        {part}
      </span>
    );
  });
}
