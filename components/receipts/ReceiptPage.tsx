import Link from "next/link";
import { connection } from "next/server";
import { formatDateTime } from "@/lib/format/date.ts";
import { formatOpen } from "@/lib/format/money.ts";
import { INFLUENCE_METHOD } from "@/lib/influence/index.ts";
import { epochHref, modelHref, newCaseHref, receiptsHref } from "../../lib/site/hrefs.ts";
import { FeeFlow } from "../charts/FeeFlow.tsx";
import { nameOf, questionText } from "../display/names.ts";
import { Refresh } from "../display/Refresh.tsx";
import { LinkButton } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Hash } from "../ui/Hash.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Accountability } from "./Accountability.tsx";
import { AnswerCard } from "./AnswerCard.tsx";
import { ContextCard } from "./ContextCard.tsx";
import { EpochTag } from "./epochTag.tsx";
import { HighlightProvider } from "./Highlight.tsx";
import { splitLines } from "./money.ts";
import { ReceiptSlip } from "./ReceiptSlip.tsx";
import { type ReceiptView, readReceipt } from "./readReceipt.ts";
import { claimOf } from "./recompute/claimOf.ts";
import { RecomputePanel } from "./recompute/RecomputePanel.tsx";
import { VerdictProvider } from "./recompute/Verdict.tsx";

const PENDING_REFRESH_SECONDS = 2;

export async function ReceiptPage({ params }: { params: Promise<{ id: string }> }) {
  await connection();
  const { id } = await params;
  const view = await readReceipt(id);
  if (!view) return <UnknownReceipt id={id} />;
  const { receipt, attribution, epoch } = view;
  const claim = claimOf(view);
  return (
    <HighlightProvider>
      <VerdictProvider>
        {!attribution && <Refresh seconds={PENDING_REFRESH_SECONDS} />}
        <PageHeader
          eyebrow={
            <>
              Receipt <Hash value={receipt.id} /> · {formatDateTime(receipt.servedAt)} ·{" "}
              {receipt.epoch !== null && (
                <>
                  <Link
                    className="link"
                    href={epoch ? epochHref(receipt.epoch) : receiptsHref({ epoch: receipt.epoch })}
                    prefetch={false}
                  >
                    epoch {receipt.epoch}
                  </Link>{" "}
                </>
              )}
              <EpochTag state={epoch?.state ?? null} />
            </>
          }
          title={questionText(receipt.question)}
        >
          <Link className="link" href={modelHref(receipt.model)}>
            {nameOf("model", receipt.model, receipt.modelName)}
          </Link>{" "}
          v{receipt.version}, served by {nameOf("provider", receipt.provider, receipt.providerName)}. {told(view)}
        </PageHeader>
        {/* On a phone the slip stands between the answer and the rest; on a desk beside both. */}
        <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_380px] lg:grid-rows-[auto_1fr]">
          <AnswerCard view={view} />
          <aside
            className="grid min-w-0 grid-cols-1 gap-6 lg:col-start-2 lg:row-span-2 lg:row-start-1"
            aria-label="Receipt"
          >
            <ReceiptSlip view={view} />
            {claim && <RecomputePanel claim={claim} />}
            {receipt.epoch !== null && (epoch?.state === "window" || epoch?.state === "disputed") && (
              <LinkButton href={newCaseHref("epoch", receipt.epoch)} className="justify-self-start">
                {epoch.state === "window" ? "Dispute its epoch" : "Bring its epoch before the arbiter"}
              </LinkButton>
            )}
          </aside>
          <div className="grid min-w-0 grid-cols-1 gap-6">
            {view.context && <ContextCard context={view.context} capBps={attribution?.params.contextBps ?? 0} />}
            {view.money && (
              <FeeFlow
                title="Where the fee went"
                note={`${formatOpen(receipt.fee, "precise")} OPEN, all of it paid by the caller`}
                flows={splitLines(view.money)}
              />
            )}
            <Accountability view={view} />
          </div>
        </div>
      </VerdictProvider>
    </HighlightProvider>
  );
}

function told({ attribution, receipt }: ReceiptView): string {
  if (!attribution) return "The answer is being attributed; its shares appear here in a moment.";
  if (receipt.answer === null) return "Its text is private; who earned from it is not.";
  if (attribution.method === INFLUENCE_METHOD) return "Each training text is credited for its influence on the label.";
  return "Every highlighted phrase was first registered by the contributor it points to.";
}

function UnknownReceipt({ id }: { id: string }) {
  return (
    <>
      <PageHeader title="No such receipt" />
      <EmptyState
        title="This gateway served no answer under that id"
        action={<LinkButton href={receiptsHref()}>All receipts</LinkButton>}
      >
        <p className="break-all font-mono text-[12.5px]">{id}</p>
        <p className="mt-2">
          An id is 0x and 64 hex digits, as in the answer’s <code className="font-mono">x-openledger-receipt</code>{" "}
          header. The list can be searched by its first digits.
        </p>
      </EmptyState>
    </>
  );
}
