"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import type { ShownReceipt } from "../../lib/flows/api/receipt.ts";
import { formatCount, formatMs } from "../../lib/format/number.ts";
import { modelHref, receiptHref } from "../display/hrefs.ts";
import { nameOf } from "../display/names.ts";
import { moneyOf } from "../receipts/money.ts";
import { ShareRow } from "../receipts/ShareRow.tsx";
import type { Mark } from "../receipts/series.ts";
import { Amount } from "../ui/Amount.tsx";
import { LinkButton } from "../ui/Button.tsx";
import { Hash } from "../ui/Hash.tsx";
import { Spinner } from "../ui/Spinner.tsx";

const SHOWN = 6;

/** The receipt beside its answer. The whole of it is on its own page. */
export function TurnReceipt({ receipt, marks }: { receipt: ShownReceipt; marks: Mark[] }) {
  const { attribution } = receipt;
  return (
    <>
      <section className="receipt" aria-labelledby="slip">
        <div className="flex items-baseline justify-between gap-3">
          <h2 id="slip">Receipt</h2>
          <span role="status" className="flex items-center gap-2 text-[13px] text-ink-2">
            {attribution ? (
              <span className="text-good">✓ attributed</span>
            ) : (
              <>
                <Spinner /> tracing
              </>
            )}
          </span>
        </div>
        <dl className="my-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3.5 gap-y-1.5">
          <Line label="Model">
            <Link className="link" href={modelHref(receipt.model)} prefetch={false}>
              {nameOf("model", BigInt(receipt.model), receipt.modelName)}
            </Link>{" "}
            v{receipt.version}
          </Line>
          <Line label="Served by">{nameOf("provider", BigInt(receipt.provider), receipt.providerName)}</Line>
          <Line label="Tokens">
            {formatCount(receipt.promptTokens)} in · {formatCount(receipt.completionTokens)} out
          </Line>
          <Line label="Latency">{formatMs(receipt.firstTokenMs)} to first token</Line>
        </dl>
        {attribution && <Split receipt={receipt} attribution={attribution} marks={marks} />}
        <hr className="rule" />
        <div className="flex justify-between gap-3 font-[650]">
          <span>Paid by you</span>
          <Amount wei={receipt.fee} preset="precise" unit />
        </div>
        <hr className="rule" />
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3.5 gap-y-1 text-[13px] text-ink-2">
          <Line label="request">
            <Hash value={receipt.requestHash} />
          </Line>
          <Line label="answer">
            <Hash value={receipt.responseHash} />
          </Line>
          {attribution && (
            <Line label="shares">
              <Hash value={attribution.resultHash} />
            </Line>
          )}
        </dl>
      </section>
      <div className="mt-6">
        <LinkButton href={receiptHref(receipt.id)}>Open the receipt</LinkButton>
      </div>
    </>
  );
}

function Split({
  receipt,
  attribution,
  marks,
}: {
  receipt: ShownReceipt;
  attribution: NonNullable<ShownReceipt["attribution"]>;
  marks: Mark[];
}) {
  const money = moneyOf(receipt.fee, attribution.split, receipt.payouts);
  const { shares } = attribution;
  const largest = shares[0]?.amount ?? 0n;
  return (
    <>
      <hr className="rule" />
      <ul className="grid grid-cols-1 gap-1">
        {shares.slice(0, SHOWN).map((share) => (
          <ShareRow
            key={share.contribution}
            mark={marks.find((mark) => mark.contribution === Number(share.contribution))!}
            share={{
              ...share,
              contribution: Number(share.contribution),
              percentOfLargest: largest === 0n ? 0 : Number((share.amount * 100n) / largest),
            }}
          />
        ))}
      </ul>
      {shares.length > SHOWN && (
        <p className="mt-1 text-[13px] text-ink-2">and {shares.length - SHOWN} smaller shares on the receipt’s page</p>
      )}
      <Row label="Not attributed, to treasury" wei={money.unattributed} quiet />
      <hr className="rule" />
      <Row label="Contributors" wei={money.pool} />
      <Row label="Model owner" wei={money.owner} />
      <Row label="Provider" wei={money.provider} />
      <Row label="Stakers" wei={money.stakers} />
      <Row label="Protocol" wei={money.protocol} />
    </>
  );
}

function Row({ label, wei, quiet = false }: { label: string; wei: bigint; quiet?: boolean }) {
  return (
    <div className={quiet ? "mt-1.5 flex justify-between gap-3 text-ink-2" : "flex justify-between gap-3 py-0.5"}>
      <span>{label}</span>
      <Amount wei={wei} preset="precise" />
    </div>
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
