"use client";

import type { CSSProperties, ReactNode } from "react";
import { MarkedText } from "../display/MarkedText.tsx";
import { runsOf } from "../display/markup.ts";
import { useHighlight } from "./Highlight.tsx";
import type { Segment } from "./segments.ts";
import type { Mark } from "./series.ts";

/** An answer with its traced spans. Each span leads to its row in the receipt, and both light up together. */
export function AnswerText({ segments, marks }: { segments: Segment[]; marks: Mark[] }) {
  const answer = segments.map((segment) => segment.text).join("");
  const runs = runsOf(answer);
  let at = 0;
  const pieces = segments.map((segment) => {
    const key = at;
    at += segment.text.length;
    return { key, segment, mark: marks.find((mark) => mark.contribution === segment.contribution) };
  });
  return (
    <p className="answer">
      {pieces.map(({ key, segment, mark }) => (
        <Piece key={key} mark={mark}>
          <MarkedText text={answer} runs={runs} start={key} end={key + segment.text.length} />
        </Piece>
      ))}
    </p>
  );
}

const Piece = ({ mark, children }: { mark: Mark | undefined; children: ReactNode }) =>
  mark ? <Span mark={mark}>{children}</Span> : children;

function Span({ mark, children }: { mark: Mark; children: ReactNode }) {
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
      {children}
      <sup>{mark.label}</sup>
    </a>
  );
}
