"use client";

import { useEffect, useState } from "react";
import { formatMs, formatPlural } from "../../../lib/format/number.ts";
import { Textarea } from "../../forms/controls.tsx";
import { Field } from "../../forms/Field.tsx";
import { Button } from "../../ui/Button.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { ErrorNote } from "../../ui/Note.tsx";
import { Progress } from "../../ui/Progress.tsx";
import { CheckList } from "./CheckList.tsx";
import type { Claim } from "./types.ts";
import { useRecompute } from "./useRecompute.ts";
import { useVerdict } from "./Verdict.tsx";

/** Lets the reader redo the attribution in this browser from public data, and see each comparison. */
export function RecomputePanel({ claim }: { claim: Claim }) {
  const { run, start } = useRecompute();
  const { decide } = useVerdict();
  const [pasted, setPasted] = useState("");
  const [asked, setAsked] = useState("");
  const secret = claim.answer === null;
  const answer = claim.answer ?? pasted;
  // A classifier's texts are credited for what they did to the question.
  const byInfluence = claim.method === "influence-1";
  const question = claim.question ?? asked;
  const incomplete = answer === "" || (byInfluence && question === "");
  const unequal = run.checks.some((check) => check.ok === false);
  const open = run.checks.filter((check) => check.ok === null).length;
  const { state } = run;
  useEffect(() => {
    decide(unequal ? (secret ? "otherText" : "unequal") : state === "done" ? "equal" : null);
  }, [decide, secret, state, unequal]);
  return (
    <section aria-labelledby="recompute-title" className="min-w-0 text-[14px]">
      <h2 id="recompute-title" className="sr-only">
        Check it yourself
      </h2>
      {secret && (
        <div className="mb-3 grid gap-3">
          <Field
            label="Question’s text"
            hint={
              byInfluence
                ? "The last message, exactly as it was sent."
                : "The last message, as it was sent. Without it, its words and the fee are not checked."
            }
          >
            {(control) => (
              <Textarea {...control} rows={3} value={asked} onChange={(event) => setAsked(event.target.value)} />
            )}
          </Field>
          <Field label="Answer’s text" hint="Exactly as it was served. It stays in this browser.">
            {(control) => (
              <Textarea {...control} rows={5} value={pasted} onChange={(event) => setPasted(event.target.value)} />
            )}
          </Field>
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          busy={state === "running"}
          disabled={incomplete}
          onClick={() => start(claim, { question, answer })}
        >
          {state === "idle" ? "Recompute here" : state === "running" ? "Recomputing" : "Recompute again"}
        </Button>
        <CopyLink id={claim.id} />
      </div>
      {state === "idle" && (
        <p className="mt-3 text-[13px] text-ink-2">
          Fetches every text the model may have learned from,{" "}
          {byInfluence ? "trains it and measures each text’s influence" : "traces the answer"} again in this browser and
          compares with what was signed and what the chain holds.
        </p>
      )}
      {run.progress && (
        <div className="mt-4">
          <p className="mb-1.5 text-[13px] text-ink-2" aria-live="polite">
            {run.progress.what}
          </p>
          <Progress label={run.progress.what} value={run.progress.done} max={run.progress.total} />
        </div>
      )}
      {run.checks.length > 0 && <CheckList checks={run.checks} />}
      {run.reason && (
        <div className="mt-3">
          <ErrorNote title="Not finished">{run.reason}</ErrorNote>
        </div>
      )}
      {state === "done" && (
        <p className="mt-3 text-[13px] text-ink-2" aria-live="polite">
          {unequal
            ? secret
              ? "Not equal. With a pasted text, first make sure that it is the answer to the letter; the line above says what differs."
              : "Not equal: the lines above say what differs. This is ground for a dispute."
            : `${open === 0 ? "All equal" : `All that was checked is equal; ${formatPlural(open, "line")} above ${open === 1 ? "says" : "say"} what was not`}, in ${formatMs(run.ms ?? 0)} on this machine.`}
        </p>
      )}
    </section>
  );
}

function CopyLink({ id }: { id: string }) {
  const [origin, setOrigin] = useState("");
  useEffect(() => setOrigin(window.location.origin), []);
  return <CopyButton text={`${origin}/receipts/${id}`} label="Copy link" />;
}
