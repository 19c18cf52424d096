import Link from "next/link";
import type { ReactNode } from "react";
import { formatCount, formatMs, formatPlural } from "../../lib/format/number.ts";
import { datanetHref, modelHref } from "../../lib/site/hrefs.ts";
import { nameOf } from "../display/names.ts";
import { Hash } from "../ui/Hash.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { MoneyPart } from "./MoneyPart.tsx";
import type { Money } from "./money.ts";
import { ShareRow } from "./ShareRow.tsx";
import type { Mark } from "./series.ts";

/** Shares are listed at once while they are at least 1/1,000 of the contributors’ part, and at most so many. */
const SHOWN = 8;
const LEAST = 1_000n;

type Id = bigint | string;

/** What a slip tells of a receipt, from the database or from the API. Amounts in wei, times in milliseconds. */
export type SlipReceipt = {
  model: Id;
  modelName: string | null;
  version: number;
  provider: Id;
  providerName: string | null;
  promptTokens: number;
  completionTokens: number;
  firstTokenMs: number;
  totalMs: number;
  fee: bigint;
  requestHash: string;
  responseHash: string;
};

export type SlipShare = {
  contribution: Id;
  title: string | null;
  datanet: Id;
  datanetName: string | null;
  payee: string;
  amount: bigint;
};

/** The receipt as a slip of paper: what was asked for, who was paid what, and the hashes that bind it. */
export function Slip({
  receipt,
  state,
  payer,
  attribution,
  shares,
  marks,
  money,
  context,
  lines,
  children,
}: {
  receipt: SlipReceipt;
  /** Beside the title: where it stands. */
  state: ReactNode;
  /** Ends "Paid by …". */
  payer: ReactNode;
  /** Null while the answer is being attributed: its places are kept free, so that nothing moves when it is. */
  attribution: { method: string; resultHash: string; signature: string } | null;
  shares: readonly SlipShare[];
  marks: readonly Mark[];
  money: Money | null;
  /** Under the shares: what stood in the prompt. */
  context?: ReactNode;
  /** More hashes at the end. */
  lines?: ReactNode;
  children?: ReactNode;
}) {
  const datanets = [...new Map(shares.map((share) => [String(share.datanet), share.datanetName])).entries()];
  return (
    <section className="receipt mb-2" aria-labelledby="slip">
      <div className="flex items-baseline justify-between gap-3">
        <h2 id="slip">Receipt</h2>
        {state}
      </div>
      <dl className="my-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3.5 gap-y-1.5">
        <SlipLine label="Model">
          <Link className="link" href={modelHref(receipt.model)} prefetch={false}>
            {nameOf("model", BigInt(receipt.model), receipt.modelName)}
          </Link>{" "}
          v{receipt.version}
        </SlipLine>
        {(datanets.length > 0 || !attribution) && (
          <SlipLine label={datanets.length > 1 ? "Datanets" : "Datanet"}>
            {!attribution && "…"}
            {datanets.map(([id, name], i) => (
              <span key={id}>
                {i > 0 && ", "}
                <Link className="link" href={datanetHref(id)} prefetch={false}>
                  {nameOf("datanet", BigInt(id), name)}
                </Link>
              </span>
            ))}
          </SlipLine>
        )}
        <SlipLine label="Served by">{nameOf("provider", BigInt(receipt.provider), receipt.providerName)}</SlipLine>
        <SlipLine label="Tokens">
          {formatCount(receipt.promptTokens)} in · {formatCount(receipt.completionTokens)} out
        </SlipLine>
        <SlipLine label="Attributed by">
          {attribution
            ? attribution.method === "influence-1"
              ? "influence, influence-1"
              : `phrases, ${attribution.method}`
            : "…"}
        </SlipLine>
        <SlipLine label="Latency">
          {formatMs(receipt.firstTokenMs)} to first token · {formatMs(receipt.totalMs)} in all
        </SlipLine>
      </dl>
      {!attribution && <SharesWaiting />}
      {shares.length > 0 && <Shares shares={shares} marks={marks} pool={money?.pool ?? 0n} />}
      {context}
      <MoneyPart money={money} fee={receipt.fee} payer={payer} />
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3.5 gap-y-1 text-[13px] text-ink-2">
        <SlipLine label="request">
          <Hash value={receipt.requestHash} />
        </SlipLine>
        <SlipLine label="answer">
          <Hash value={receipt.responseHash} />
        </SlipLine>
        <SlipLine label="shares">{attribution ? <Hash value={attribution.resultHash} /> : "…"}</SlipLine>
        <SlipLine label="signature">{attribution ? <Hash value={attribution.signature} /> : "…"}</SlipLine>
        {lines}
      </dl>
      {children}
    </section>
  );
}

function Shares({ shares, marks, pool }: { shares: readonly SlipShare[]; marks: readonly Mark[]; pool: bigint }) {
  const largest = shares[0]?.amount ?? 0n;
  const notable = shares.filter((share) => share.amount * LEAST >= pool).length;
  const shown = Math.min(SHOWN, Math.max(1, notable));
  const rows = shares.map((share) => (
    <ShareRow
      key={String(share.contribution)}
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

/** Takes the place of two shares, which most answers have at least. */
function SharesWaiting() {
  return (
    <>
      <hr className="rule" />
      <div className="grid grid-cols-1 gap-1" aria-hidden="true">
        {["first", "second"].map((key) => (
          <div key={key} className="py-1">
            <Skeleton className="my-1 h-4 w-3/4" />
            <Skeleton className="mt-2 mb-1 h-2 w-full" />
          </div>
        ))}
      </div>
    </>
  );
}

export function SlipLine({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{label}</dt>
      <dd className="num text-right">{children}</dd>
    </>
  );
}
