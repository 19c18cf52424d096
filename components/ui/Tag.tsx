import type { ReactNode } from "react";
import { classes } from "./classes.ts";

export type Tone = "neutral" | "good" | "warn" | "bad" | "accent";

const tones: Record<Tone, string> = {
  neutral: "border-line text-ink-2",
  good: "border-transparent bg-good-soft text-good",
  warn: "border-transparent bg-warn-soft text-warn",
  bad: "border-transparent bg-bad-soft text-bad",
  accent: "border-transparent bg-accent-soft text-accent",
};

const marks: Record<Tone, string> = { neutral: "", good: "✓ ", warn: "◔ ", bad: "✕ ", accent: "" };

/** A short label. State tones carry a mark beside the colour, so that colour is never the only sign. */
export function Tag({ tone = "neutral", title, children }: { tone?: Tone; title?: string; children: ReactNode }) {
  return (
    <span
      title={title}
      className={classes(
        "inline-block rounded-[6px] border whitespace-nowrap px-[7px] py-px text-[12.5px]",
        tones[tone],
      )}
    >
      {marks[tone] && <span aria-hidden="true">{marks[tone]}</span>}
      {children}
    </span>
  );
}
