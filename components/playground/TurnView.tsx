"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { sentenceOf } from "../../lib/errors/sentenceOf.ts";
import { receiptHref } from "../../lib/site/hrefs.ts";
import { AnswerText } from "../receipts/AnswerText.tsx";
import { Coverage } from "../receipts/Coverage.tsx";
import { HighlightProvider } from "../receipts/Highlight.tsx";
import { moneyOf } from "../receipts/money.ts";
import { segmentsOf } from "../receipts/segments.ts";
import { marksOf } from "../receipts/series.ts";
import { ErrorNote } from "../ui/Note.tsx";
import { BlockSkeleton } from "../ui/Skeleton.tsx";
import { SlipWaiting } from "./SlipWaiting.tsx";
import { TurnReceipt } from "./TurnReceipt.tsx";
import type { Turn } from "./turns.ts";
import { useReceipt } from "./useReceipt.ts";

/** One answer as it streams; then its spans, in place, beside the receipt. */
export function TurnView({ turn, apiKey }: { turn: Turn; apiKey: string | null }) {
  const article = useRef<HTMLElement>(null);
  const fresh = turn.state === "asking";
  useEffect(() => {
    if (fresh) article.current?.scrollIntoView({ block: "nearest" }); // on a phone the answer begins below the form
  }, [fresh]);
  const answered = turn.state === "answered";
  const failed = turn.state === "failed";
  // What broke off may have been served whole: then its receipt holds it.
  const { data: receipt, error } = useReceipt(answered || failed ? turn.receipt : null, apiKey);
  const attribution = receipt?.attribution ?? null;
  const answer = receipt?.answer ?? turn.answer;
  const led = [...new Set(attribution?.spans.map(([, , contribution]) => contribution) ?? [])];
  const marks = marksOf(attribution?.shares.map((share) => Number(share.contribution)) ?? [], led);
  return (
    <HighlightProvider>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_360px]">
        <article
          ref={article}
          className="rounded-card border border-line bg-surface p-4 sm:p-6"
          aria-busy={!answered && !failed}
        >
          <p className="mb-1 text-[13px] text-ink-3">
            {turn.modelName} · {turn.published ? "published" : "private"}
          </p>
          <h2 className="mb-4">“{turn.question}”</h2>
          {failed && !receipt && <Failure turn={turn} />}
          {answer === "" ? (
            !failed && <BlockSkeleton className="h-24" />
          ) : (
            <div className={attribution ? "lighting" : undefined} aria-live="polite">
              <AnswerText segments={segmentsOf(answer, attribution?.spans ?? [])} marks={marks} />
            </div>
          )}
          {(!failed || receipt) && (
            <div className="mt-4 min-h-10 text-[13px] text-ink-2">
              {receipt && attribution ? (
                <Coverage
                  byInfluence={attribution.method === "influence-1"}
                  bps={attribution.coverageBps}
                  unattributed={moneyOf(receipt.fee, attribution.split, receipt.payouts).unattributed}
                  paid={false}
                />
              ) : (
                answered && <p>Being attributed: phrases light up when the trace is done.</p>
              )}
            </div>
          )}
        </article>
        <aside aria-label="Receipt of this answer">
          {receipt ? (
            <TurnReceipt receipt={receipt} marks={marks} />
          ) : error && !failed ? (
            <ErrorNote title="The receipt cannot be read">{sentenceOf(error)}</ErrorNote>
          ) : failed ? null : (
            <SlipWaiting says={answered ? "being written" : "follows the answer"} />
          )}
        </aside>
      </div>
    </HighlightProvider>
  );
}

function Failure({ turn }: { turn: Turn }) {
  return (
    <ErrorNote>
      {turn.problem}{" "}
      {turn.receipt && (
        <Link className="link" href={receiptHref(turn.receipt)} prefetch={false}>
          Look for its receipt
        </Link>
      )}
    </ErrorNote>
  );
}
