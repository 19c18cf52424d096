import Link from "next/link";
import { formatBps, formatCount, formatPlural, formatShare } from "../../lib/format/number.ts";
import { contributionHref } from "../../lib/site/hrefs.ts";
import { ChartFrame } from "../charts/ChartFrame.tsx";
import { Amount } from "../ui/Amount.tsx";
import { Card } from "../ui/Card.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Note } from "../ui/Note.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";
import { ContextKey } from "./ContextKey.tsx";
import { contextLabel, promptOrder } from "./contextMarks.ts";
import type { ReceiptView } from "./readReceipt.ts";

const SCALE = 1_000_000_000n;
const TITLE = "In context";

type Context = NonNullable<ReceiptView["context"]>;

/** What stood in the prompt of a model that answers in its own words, and what it earned: apart from what is repeated. */
export function ContextCard({ context, capBps }: { context: Context; capBps: number }) {
  const { passages, shares, residualBps } = context;
  if (passages === null) {
    return (
      <Card id="context" title={TITLE}>
        <Note title="Private">
          The passages that the model was given stay with payer and gateway, as the text does; who earned by them is on
          the slip.
        </Note>
      </Card>
    );
  }
  if (passages.length === 0) {
    return (
      <Card id="context" title={TITLE}>
        <EmptyState title="The model was given no passages">
          No word of the question is in the model’s datanets. Nothing was put into the prompt, so there is nothing to
          credit here.
        </EmptyState>
      </Card>
    );
  }
  const order = promptOrder(passages, shares);
  const words = passages.reduce((sum, passage) => sum + passage.words, 0);
  const shareOf = (contribution: number) => shares.find((share) => Number(share.contribution) === contribution);
  const nameOf = (passage: Passage) => passage.title ?? `Contribution ${passage.contribution}`;
  const linkTo = (passage: Passage) =>
    passage.datanet === null ? (
      nameOf(passage)
    ) : (
      <Link className="link" href={contributionHref(passage.datanet, passage.contribution)} prefetch={false}>
        {nameOf(passage)}
      </Link>
    );
  const note = (
    <>
      The gateway put {formatPlural(passages.length, "passage")} of the model’s datanets, {formatCount(words)} words,
      before the question; the caller paid for them as for words of the prompt. {formatBps(residualBps)} of the answer
      is in words that no contribution has in that order. Where such words stand in these passages they earn, at most{" "}
      {formatBps(capBps)} of the contributors’ part: it is not verbatim, and says what the model was given, not what it
      used.
    </>
  );
  return (
    <ChartFrame
      title={TITLE}
      view="Text"
      note={note}
      chart={
        <ol className="grid gap-4">
          {passages.map((passage) => {
            const share = shareOf(passage.contribution);
            return (
              <li key={`${passage.contribution} ${passage.offset}`} className="min-w-0">
                <p className="flex items-baseline justify-between gap-3 text-[14px]">
                  <span className="min-w-0">
                    <ContextKey />
                    {contextLabel(order.indexOf(passage.contribution))} · {linkTo(passage)}
                  </span>
                  <span className="num shrink-0 text-[13px] text-ink-2">
                    {share ? <Amount wei={share.amount} preset="precise" unit /> : "earned nothing in context"}
                  </span>
                </p>
                <blockquote className="mt-1 border-line border-l-2 border-dashed pl-3 font-serif text-[15.5px] text-ink-2">
                  {passage.text ?? "Its text is no longer served."}
                </blockquote>
              </li>
            );
          })}
        </ol>
      }
      table={
        <Table caption="Passages that the model was given, in the prompt’s order">
          <thead>
            <tr>
              <Th>Passage</Th>
              <Th>Contribution</Th>
              <Th wide>Words</Th>
              <Th numeric>Share</Th>
              <Th numeric>Earned, OPEN</Th>
            </tr>
          </thead>
          <tbody>
            {passages.map((passage) => {
              const share = shareOf(passage.contribution);
              return (
                <tr key={`${passage.contribution} ${passage.offset}`}>
                  <Td className="whitespace-nowrap">
                    <ContextKey />
                    {contextLabel(order.indexOf(passage.contribution))}
                  </Td>
                  <Td>{linkTo(passage)}</Td>
                  <Td wide>
                    {formatCount(passage.offset + 1)} to {formatCount(passage.offset + passage.words)}
                  </Td>
                  <Td numeric>{share ? formatShare(BigInt(share.share), SCALE) : "0 %"}</Td>
                  <Td numeric className="text-fee">
                    {share ? <Amount wei={share.amount} preset="exact" /> : "0"}
                  </Td>
                </tr>
              );
            })}
          </tbody>
        </Table>
      }
    />
  );
}

type Passage = NonNullable<Context["passages"]>[number];
