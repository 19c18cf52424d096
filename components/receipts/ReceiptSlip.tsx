import Link from "next/link";
import type { ReactNode } from "react";
import { formatDateTime } from "@/lib/format/date.ts";
import { formatCount, formatMs, formatPlural } from "@/lib/format/number.ts";
import { datanetHref, modelHref } from "../display/hrefs.ts";
import { nameOf } from "../display/names.ts";
import { Hash } from "../ui/Hash.tsx";
import { Tag } from "../ui/Tag.tsx";
import { MoneyPart } from "./MoneyPart.tsx";
import type { ReceiptView } from "./readReceipt.ts";
import { VerdictTag } from "./recompute/Verdict.tsx";
import { ShareRow } from "./ShareRow.tsx";

/** Shares are listed at once while they are at least 1/1,000 of the contributors’ part, and at most so many. */
const SHOWN = 8;
const LEAST = 1_000n;

/** The receipt as a slip of paper: what was asked for, who was paid what, and the hashes that bind it. */
export function ReceiptSlip({ view }: { view: ReceiptView }) {
  const { receipt, attribution, epoch, money } = view;
  const datanets = [...new Map(view.shares.map((share) => [share.datanet, share.datanetName])).entries()];
  return (
    <section className="receipt mb-2">
      <div className="flex items-baseline justify-between gap-3">
        <h2>Receipt</h2>
        {attribution ? <VerdictTag /> : <Tag tone="warn">being attributed</Tag>}
      </div>
      <dl className="my-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3.5 gap-y-1.5">
        <Line label="Model">
          <Link className="link" href={modelHref(receipt.model)} prefetch={false}>
            {nameOf("model", receipt.model, receipt.modelName)}
          </Link>{" "}
          v{receipt.version}
        </Line>
        {datanets.length > 0 && (
          <Line label={datanets.length > 1 ? "Datanets" : "Datanet"}>
            {datanets.map(([id, name], i) => (
              <span key={id}>
                {i > 0 && ", "}
                <Link className="link" href={datanetHref(id)} prefetch={false}>
                  {nameOf("datanet", id, name)}
                </Link>
              </span>
            ))}
          </Line>
        )}
        <Line label="Tokens">
          {formatCount(receipt.promptTokens)} in · {formatCount(receipt.completionTokens)} out
        </Line>
        <Line label="Latency">
          {formatMs(receipt.firstTokenMs)} to first token · {formatMs(receipt.totalMs)} in all
        </Line>
      </dl>
      {view.shares.length > 0 && <Shares view={view} />}
      <MoneyPart money={money} fee={receipt.fee} payer="caller" />
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3.5 gap-y-1 text-[13px] text-ink-2">
        <Line label="request">
          <Hash value={receipt.requestHash} />
        </Line>
        <Line label="answer">
          <Hash value={receipt.responseHash} />
        </Line>
        {attribution && (
          <>
            <Line label="shares">
              <Hash value={attribution.resultHash} />
            </Line>
            <Line label="signature">
              <Hash value={attribution.signature} />
            </Line>
          </>
        )}
        {receipt.epoch !== null && (
          <Line label={`epoch ${receipt.epoch} root`}>
            {epoch?.root ? <Hash value={epoch.root} /> : "not posted yet"}
          </Line>
        )}
      </dl>
      <p className="mt-3 text-[13px] text-ink-2">{clockOf(view)}</p>
    </section>
  );
}

function Shares({ view }: { view: ReceiptView }) {
  const { shares, marks, money } = view;
  const largest = shares[0]?.amount ?? 0n;
  const notable = shares.filter((share) => share.amount * LEAST >= (money?.pool ?? 0n)).length;
  const shown = Math.min(SHOWN, Math.max(1, notable));
  const rows = shares.map((share) => (
    <ShareRow
      key={share.contribution}
      mark={marks.find((mark) => mark.contribution === Number(share.contribution))!}
      share={{
        contribution: Number(share.contribution),
        datanet: String(share.datanet),
        title: share.title,
        payee: share.payee,
        amount: share.amount,
        percentOfLargest: largest === 0n ? 0 : Number((share.amount * 100n) / largest),
      }}
    />
  ));
  return (
    <>
      <hr className="rule" />
      <ul className="grid grid-cols-1 gap-1">{rows.slice(0, shown)}</ul>
      {rows.length > shown && (
        <details className="mt-1">
          <summary className="link cursor-pointer text-[13px]">
            {formatPlural(rows.length - shown, "smaller share")}
          </summary>
          <ul className="mt-1 grid grid-cols-1 gap-1">{rows.slice(shown)}</ul>
        </details>
      )}
    </>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{label}</dt>
      <dd className="num text-right">{children}</dd>
    </>
  );
}

function clockOf({ receipt, attribution, epoch }: ReceiptView): string {
  if (!attribution) return "Attribution follows the answer; the fee is split when it is done.";
  if (receipt.epoch === null)
    return "It joins the next epoch after midnight (UTC, chain time), posted once the previous one’s challenge window has closed.";
  if (!epoch || epoch.state === "sealed" || epoch.readyAt === null)
    return `Epoch ${receipt.epoch} has collected its fee; its root is about to be posted.`;
  if (epoch.state === "window")
    return `Anybody may dispute epoch ${receipt.epoch} until ${formatDateTime(epoch.readyAt)}; then it can be claimed.`;
  if (epoch.state === "disputed")
    return `Epoch ${receipt.epoch} is disputed; nothing can be claimed under it until that is resolved.`;
  if (epoch.state === "rejected") return `Epoch ${receipt.epoch} was rejected; the next one distributes its money.`;
  return `Accepted since ${formatDateTime(epoch.readyAt)}; what it pays can be claimed for ever.`;
}
