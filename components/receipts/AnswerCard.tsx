import { formatBps } from "@/lib/format/number.ts";
import { ChartFrame } from "../charts/ChartFrame.tsx";
import { Defined } from "../display/Defined.tsx";
import { Card } from "../ui/Card.tsx";
import { Note } from "../ui/Note.tsx";
import { AnswerTable } from "./AnswerTable.tsx";
import { AnswerText } from "./AnswerText.tsx";
import type { ReceiptView } from "./readReceipt.ts";

/** The answer with its spans; what can be said of it when it is private or not traced yet. */
export function AnswerCard({ view }: { view: ReceiptView }) {
  const { attribution, segments, marks, sources } = view;
  if (!segments) {
    return (
      <Card id="answer" title="Answer">
        <Note title="Private">
          The text stays with payer and gateway; this page holds its hashes and its money. Whoever has the text can
          still check the shares: paste it under “Recompute here”.
        </Note>
        {attribution && <Coverage bps={attribution.coverageBps} />}
      </Card>
    );
  }
  const text = <AnswerText segments={segments} marks={marks} />;
  if (!attribution) {
    return (
      <Card id="answer" title="Answer" note="Being attributed: phrases light up when the trace is done.">
        {text}
      </Card>
    );
  }
  return (
    <div>
      <ChartFrame
        title="Answer"
        view="Text"
        chart={
          <>
            {text}
            <Coverage bps={attribution.coverageBps} />
          </>
        }
        table={<AnswerTable segments={segments} marks={marks} sources={sources} />}
      />
    </div>
  );
}

function Coverage({ bps }: { bps: number }) {
  return (
    <div className="mt-4 grid gap-1 text-[13px] text-ink-2">
      <p>
        <Defined by="coverage">{formatBps(bps)} of this answer’s information is attributed.</Defined>{" "}
        {bps < 10_000 &&
          `The rest, ${formatBps(10_000 - bps)}, matched nothing that anybody owns, and its part was paid to the treasury.`}
      </p>
      <p>This is verbatim provenance in registration order, not causal influence on the model.</p>
    </div>
  );
}
