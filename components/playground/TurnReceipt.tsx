"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import type { ShownReceipt, ShownShare } from "../../lib/flows/api/receipt.ts";
import { formatCount, formatMs } from "../../lib/format/number.ts";
import { modelHref, receiptHref } from "../display/hrefs.ts";
import { nameOf } from "../display/names.ts";
import { MoneyPart } from "../receipts/MoneyPart.tsx";
import { moneyOf } from "../receipts/money.ts";
import { ShareRow } from "../receipts/ShareRow.tsx";
import type { Mark } from "../receipts/series.ts";
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
              <span className={attribution.coverageBps > 0 ? "text-good" : undefined}>✓ traced</span>
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
        {attribution && <Shares shares={attribution.shares} marks={marks} />}
        <MoneyPart
          money={attribution && moneyOf(receipt.fee, attribution.split, receipt.payouts)}
          fee={receipt.fee}
          payer="you"
        />
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

function Shares({ shares, marks }: { shares: ShownShare[]; marks: Mark[] }) {
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
