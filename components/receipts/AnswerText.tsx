"use client";

import type { CSSProperties } from "react";
import { useHighlight } from "./Highlight.tsx";
import type { Segment } from "./segments.ts";
import type { Mark } from "./series.ts";

/** An answer with its traced spans. Each span leads to its row in the receipt, and both light up together. */
export function AnswerText({ segments, marks }: { segments: Segment[]; marks: Mark[] }) {
  let at = 0;
  const pieces = segments.map((segment) => {
    const key = at;
    at += segment.text.length;
    return { key, segment, mark: marks.find((mark) => mark.contribution === segment.contribution) };
  });
  return (
    <p className="answer">
      {pieces.map(({ key, segment, mark }) =>
        mark ? <Span key={key} text={segment.text} mark={mark} /> : <span key={key}>{segment.text}</span>,
      )}
    </p>
  );
}

function Span({ text, mark }: { text: string; mark: Mark }) {
  const { on, handlers } = useHighlight(mark.contribution);
  return (
    <a
      href={`#share-${mark.contribution}`}
      className="span-mark"
      style={{ "--c": mark.colour } as CSSProperties}
      data-on={on}
      title={mark.label === "C" ? "From the commons: public text that nobody owns" : undefined}
      {...handlers}
    >
      {text}
      <sup>{mark.label}</sup>
    </a>
  );
}
