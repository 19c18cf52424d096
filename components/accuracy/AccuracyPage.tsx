import { publishedAccuracies } from "@/lib/attribution/published/index.ts";
import { formatDate } from "@/lib/format/date.ts";
import { formatCount } from "@/lib/format/number.ts";
import { Card } from "../ui/Card.tsx";
import { Note } from "../ui/Note.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Stat, Stats } from "../ui/Stat.tsx";
import { AttackTable } from "./AttackTable.tsx";
import { ComparisonTable } from "./ComparisonTable.tsx";
import { formatFigure, formatPart } from "./formatPart.ts";
import { Limits } from "./Limits.tsx";
import { Reproduce } from "./Reproduce.tsx";
import { TargetTable } from "./TargetTable.tsx";

/** The published accuracy of the newest method version: figures beside other methods, attacks, misses and limits. */
export function AccuracyPage() {
  const [accuracy] = publishedAccuracies;
  const { method, tokeniser, date, measures, planted, causal, attacks, context, classifier, answers } = accuracy;
  const met = measures.filter((measure) => measure.met).length;
  const figureOf = (id: string) => measures.find((measure) => measure.id === id)!.value;
  const copies = attacks.rows.find(({ id }) => id === "sybils")!;
  return (
    <>
      <PageHeader
        eyebrow={`Method ${method}, tokeniser ${tokeniser} · measured ${formatDate(Date.parse(date) / 1000)}`}
        title="How accurate attribution is"
      >
        LONA is ledger-order n-gram attribution. Answers whose sources are known, a model that can be retrained without
        any of its texts, and every attack we could think of: what the method says is held against what is true, beside
        other methods, with the misses.
      </PageHeader>
      <Stats>
        <Stat value={met} unit={`of ${measures.length}`}>
          targets met, all set before measuring
        </Stat>
        <Stat value={formatPart(copies.value)}>of the pool for ten copies of a text under ten names</Stat>
        <Stat value={formatFigure(figureOf("lds-composite"))}>
          rank correlation with retraining on half of the texts (1 is perfect)
        </Stat>
        <Stat value={formatPart(figureOf("planted-top1-10"))}>
          of answers with a tenth of the words replaced: greatest source found
        </Stat>
      </Stats>
      <div className="grid grid-cols-1 gap-6">
        <Note title="What it is, in one sentence">
          The method measures verbatim provenance in the order of registration, not causal influence on a neural
          network’s weights.
        </Note>
        <Card
          id="attacks"
          title="Attacks"
          note={`${attacks.answers} answers that quote 60 victims; what the attacker gets of the contributors’ pool. Who adds words of their own may earn those: there the goal is the part of the words that is theirs. For texts cut up by their own owners, what they earn over what they earned before.`}
        >
          <AttackTable attacks={attacks.rows} />
        </Card>
        <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
          <Card
            id="planted-distance"
            title="Planted sources: distance from the truth"
            note={`${planted.answers} answers at each level of noise, made of runs of one to four known texts with words replaced. 0 is perfect, 1 shares nothing.`}
          >
            <ComparisonTable caption="Total variation" first="Words replaced" comparison={planted.totalVariation} />
          </Card>
          <Card
            id="planted-top"
            title="Planted sources: greatest source found"
            note="The same answers. More is better."
          >
            <ComparisonTable caption="Greatest source found" first="Words replaced" comparison={planted.top1} parts />
          </Card>
          <Card
            id="composed"
            title="Against retraining: composed answers"
            note={`${causal.answers} answers; an ∞-gram language model is retrained exactly without texts. 1 is perfect.`}
          >
            <ComparisonTable caption="Composed answers" first="Method" comparison={causal.composite} />
          </Card>
          <Card
            id="sampled"
            title="Against retraining: the model’s own answers"
            note="The same, for text that the model writes."
          >
            <ComparisonTable caption="The model’s own answers" first="Method" comparison={causal.sampled} />
          </Card>
        </div>
        <Card
          id="context"
          title="Context channel: answers in other words"
          note={`${context.answers} answers at each level, five passages in the prompt. Capped, and apart from exact shares, here as on the receipts of models that paraphrase.`}
        >
          <ComparisonTable caption="Context channel" first="Answer" comparison={context} parts ours={false} />
        </Card>
        <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
          <Card
            id="model"
            title="Embedded model"
            note="Questions with known passages over the seeded datanets; those held back were never used to change it."
          >
            <AnswerFacts answers={answers} />
          </Card>
          <Card
            id="classifier"
            title="Influence on classifiers"
            note="Effects of training rows against retraining without them."
          >
            <TargetTable measures={measures.filter(({ target }) => target === 11)} />
            <p className="mt-3 text-[13px] text-ink-2">
              Example: the family of a licence out of {classifier.labels}, learned from {formatCount(classifier.rows)}{" "}
              texts: {formatPart(classifier.accuracy)} of {classifier.heldOut} held-out licences right; always saying
              the commonest would get {formatPart(classifier.commonest)}.
            </p>
          </Card>
        </div>
        <Card
          id="targets"
          title="Targets"
          note={`Set before anything was measured. First the ${measures.length - met} that were missed.`}
        >
          <TargetTable measures={measures.filter((measure) => !measure.met)} />
          <details className="mt-4">
            <summary className="link cursor-pointer text-[14px]">All {measures.length}, with their goals</summary>
            <div className="mt-3">
              <TargetTable measures={measures} />
            </div>
          </details>
        </Card>
        <Card id="limits" title="What it cannot do">
          <Limits />
        </Card>
        <Card id="reproduce" title="Measure it yourself">
          <Reproduce accuracy={accuracy} />
        </Card>
      </div>
    </>
  );
}

function AnswerFacts({ answers: { heldBack, tuned } }: { answers: (typeof publishedAccuracies)[0]["answers"] }) {
  const part = (count: number, of: number) => `${count} of ${of}`;
  const columns = ["held back", "looked at"];
  const rows: [string, string, string][] = [
    ["Passage among the best three", part(heldBack.top3, heldBack.questions), part(tuned.top3, tuned.questions)],
    ["Answered with its words", part(heldBack.quoted, heldBack.questions), part(tuned.quoted, tuned.questions)],
    [
      "Refused though the answer is there",
      part(heldBack.falseRefusals, heldBack.questions),
      part(tuned.falseRefusals, tuned.questions),
    ],
    [
      "Answered though it is not",
      part(heldBack.falseAnswers, heldBack.unanswerable),
      part(tuned.falseAnswers, tuned.unanswerable),
    ],
  ];
  return (
    <dl className="grid grid-cols-[minmax(0,1fr)_auto_auto] gap-x-5 text-[14px]">
      <dt className="sr-only">Questions</dt>
      {columns.map((column, i) => (
        <dd
          key={column}
          className={`${i === 0 ? "col-start-2" : ""} py-2 text-right font-medium text-[12.5px] text-ink-3`}
        >
          {column}
        </dd>
      ))}
      {rows.map(([name, ...counts]) => (
        <div key={name} className="col-span-3 grid grid-cols-subgrid border-line border-t py-2.5">
          <dt>{name}</dt>
          {columns.map((column, i) => (
            <dd key={column} className="num text-right">
              {counts[i]}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
