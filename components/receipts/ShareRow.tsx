"use client";

import Link from "next/link";
import { shortHex } from "../../lib/format/address.ts";
import { formatOpen } from "../../lib/format/money.ts";
import { contributionHref, contributorHref } from "../../lib/site/hrefs.ts";
import { Key } from "../display/Key.tsx";
import { classes } from "../ui/classes.ts";
import { useHighlight } from "./Highlight.tsx";
import type { Mark } from "./series.ts";

export type ShownShare = {
  contribution: number;
  datanet: string;
  title: string | null;
  payee: string;
  amount: bigint;
  /** Of the largest share of this answer, 0 to 100: how long the bar is. */
  percentOfLargest: number;
};

/** One source of the answer and what it was paid. Pointing at it lights up its spans. */
export function ShareRow({ share, mark }: { share: ShownShare; mark: Mark }) {
  const { on, handlers } = useHighlight(share.contribution);
  return (
    <li
      id={`share-${share.contribution}`}
      className={classes(
        "-mx-2 scroll-mt-6 rounded-[6px] px-2 py-1 transition-colors target:bg-sunken",
        on && "bg-sunken",
      )}
      {...handlers}
    >
      <div className="flex items-baseline justify-between gap-3">
        <span className="line-clamp-2 min-w-0">
          <Key colour={mark.colour} />
          {mark.label} ·{" "}
          <Link
            className="link"
            href={contributionHref(share.datanet, share.contribution)}
            prefetch={false}
            title={share.title ?? undefined}
          >
            {share.title ?? `Contribution ${share.contribution}`}
          </Link>
        </span>
        <span className="num shrink-0" title={`${formatOpen(share.amount, "full")} OPEN`}>
          {formatOpen(share.amount, "precise")}
        </span>
      </div>
      <div className="mt-1 flex items-center justify-between gap-3">
        <div className="h-2 flex-1">
          <div
            aria-hidden="true"
            className="h-2 rounded-[3px]"
            style={{ width: `${Math.max(1, share.percentOfLargest)}%`, background: mark.colour }}
          />
        </div>
        <Link
          className="num text-[12.5px] text-ink-2 hover:underline"
          href={contributorHref(share.payee)}
          prefetch={false}
          title={share.payee}
        >
          {shortHex(share.payee)}
        </Link>
      </div>
    </li>
  );
}
