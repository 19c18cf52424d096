import { INFLUENCE_METHOD } from "@/lib/influence/index.ts";
import { ChartFrame } from "../charts/ChartFrame.tsx";
import { Card } from "../ui/Card.tsx";
import { Note } from "../ui/Note.tsx";
import { AnswerTable } from "./AnswerTable.tsx";
import { AnswerText } from "./AnswerText.tsx";
import { Coverage } from "./Coverage.tsx";
import { InfluenceCard } from "./influence/InfluenceCard.tsx";
import type { ReceiptView } from "./readReceipt.ts";

/** The answer with its spans; what can be said of it when it is private or not traced yet. */
export function AnswerCard({ view }: { view: ReceiptView }) {
  const { attribution, segments, marks, sources } = view;
  if (!segments) {
    return (
      <Card id="answer" title="Answer">
        <Note title="Private">
          The text stays with payer and gateway; this page holds its hashes and its money. Whoever has the text can
          still check the shares: paste it into the field beside “Recompute here”. The payer gets it from the API, with
          a key.
        </Note>
        <About view={view} />
      </Card>
    );
  }
  if (attribution?.influence) return <InfluenceCard view={view} influence={attribution.influence} />;
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
            <About view={view} />
          </>
        }
        table={<AnswerTable segments={segments} marks={marks} sources={sources} />}
      />
    </div>
  );
}

function About({ view }: { view: ReceiptView }) {
  const { attribution, money, epoch, shares, segments } = view;
  if (!attribution || !money) return null;
  const byInfluence = attribution.method === INFLUENCE_METHOD;
  return (
    <div className="mt-4 grid gap-1 text-[13px] text-ink-2">
      <Coverage
        byInfluence={byInfluence}
        bps={attribution.coverageBps}
        unattributed={money.unattributed}
        paid={epoch?.state === "accepted"}
      />
      {segments && shares.length > 1 && (
        <p>Where several contributions hold the same words, the largest share is drawn; the others are in the list.</p>
      )}
      {!byInfluence && <p>This is verbatim provenance in registration order, not causal influence on the model.</p>}
    </div>
  );
}
