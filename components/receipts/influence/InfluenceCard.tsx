import type { InfluenceRecord } from "@/lib/db/worker/traces.ts";
import { formatPlural } from "@/lib/format/number.ts";
import { confidences, EFFECT_UNIT } from "@/lib/influence/index.ts";
import { ChartFrame } from "../../charts/ChartFrame.tsx";
import { Card } from "../../ui/Card.tsx";
import { Coverage } from "../Coverage.tsx";
import type { ReceiptView } from "../readReceipt.ts";
import { EffectBars } from "./EffectBars.tsx";
import { EffectTable } from "./EffectTable.tsx";
import { effectsOf, strongest } from "./effects.ts";

const SHOWN = 8;

/** A classifier's answer: the label, the others beside it, and the training texts that pulled it up or down. */
export function InfluenceCard({ view, influence }: { view: ReceiptView; influence: InfluenceRecord }) {
  const { receipt, shares, sources, money, epoch, attribution } = view;
  const effects = effectsOf(influence, sources, shares);
  const { up, down } = strongest(effects, SHOWN, SHOWN / 2);
  return (
    <div className="grid min-w-0 grid-cols-1 gap-6">
      <Card id="answer" title="Answer">
        <p className="answer">{receipt.answer}</p>
        <Chances influence={influence} />
        {money && attribution && (
          <div className="mt-4 grid gap-1 text-[13px] text-ink-2">
            <Coverage
              byInfluence
              bps={attribution.coverageBps}
              unattributed={money.unattributed}
              paid={epoch?.state === "accepted"}
            />
          </div>
        )}
      </Card>
      {effects.length > 0 && (
        <ChartFrame
          title="What pulled the answer"
          unit="effect on the label’s score"
          note={`An effect is a text’s part of what the score would lose without all texts of its contributor, exactly. Shown are the strongest of ${formatPlural(effects.length, "training text")}; all are in the table.`}
          chart={
            <div className="grid grid-cols-1 gap-5">
              <EffectBars effects={[...up, ...down]} />
              <p className="text-[13px] text-ink-2">
                Right of the line: spoke for “{influence.scores[0]?.label}”. Left: spoke against it. A contributor is
                paid when the texts together speak for it; the part is split over those that do.
              </p>
            </div>
          }
          table={<EffectTable effects={effects} />}
        />
      )}
    </div>
  );
}

function Chances({ influence }: { influence: InfluenceRecord }) {
  const scores = influence.scores.map(({ label, score }) => ({ label, score: score / EFFECT_UNIT }));
  const parts = confidences(scores);
  return (
    <dl className="mt-4 grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1.5 text-[14px]">
      {scores.map(({ label }, place) => (
        <div key={label} className="col-span-3 grid grid-cols-subgrid items-center">
          <dt>{label}</dt>
          <dd aria-hidden="true" className="h-2 rounded-[3px] bg-sunken">
            <span
              className="block h-2 rounded-[3px]"
              style={{ width: `${parts[place]! / 10}%`, background: place === 0 ? "var(--s1)" : "var(--ink-3)" }}
            />
          </dd>
          <dd className="num text-right">{(parts[place]! / 10).toFixed(1)} %</dd>
        </div>
      ))}
    </dl>
  );
}
