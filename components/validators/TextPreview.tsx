"use client";

import { useState } from "react";
import { sentenceOf } from "../../lib/errors/sentenceOf.ts";
import { head } from "../../lib/format/cut.ts";
import { formatCount } from "../../lib/format/number.ts";
import { Button } from "../ui/Button.tsx";
import { ErrorNote } from "../ui/Note.tsx";

/** Characters shown; the rest is left to the raw file. */
const SHOWN = 6_000;

/** The text of a contribution, fetched when somebody wants to read it. Null: intake has not read it yet. */
export function TextPreview({ cid }: { cid: string | null }) {
  const [text, setText] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  if (!cid) return <p className="text-[14px] text-ink-2">Its text has not been fetched and checked yet.</p>;

  async function read() {
    setBusy(true);
    setProblem(null);
    try {
      const response = await fetch(`/api/v1/blobs/${cid}`);
      if (!response.ok) throw new Error(`The store answered ${response.status}.`);
      setText(await response.text());
    } catch (error) {
      setProblem(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  }

  if (text === null)
    return (
      <>
        <Button size="small" busy={busy} onClick={() => void read()}>
          Read the text
        </Button>
        {problem && (
          <div className="mt-3">
            <ErrorNote>{problem}</ErrorNote>
          </div>
        )}
      </>
    );
  return (
    <>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        aria-label="Text of the contribution"
        className="max-h-72 overflow-y-auto whitespace-pre-wrap rounded-control bg-sunken p-4 font-serif text-[16px] leading-relaxed"
      >
        {head(text, SHOWN)}
        {text.length > SHOWN && "…"}
      </section>
      {text.length > SHOWN && (
        <p className="mt-2 text-[13px] text-ink-2">
          First {formatCount(SHOWN)} characters.{" "}
          <a className="link" href={`/api/v1/blobs/${cid}`}>
            Raw file
          </a>
        </p>
      )}
    </>
  );
}
