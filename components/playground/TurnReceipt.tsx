"use client";

import { lazy, Suspense } from "react";
import type { ShownReceipt } from "../../lib/flows/api/receipt.ts";
import { receiptHref } from "../../lib/site/hrefs.ts";
import { moneyOf } from "../receipts/money.ts";
import { Slip } from "../receipts/Slip.tsx";
import type { Mark } from "../receipts/series.ts";
import { LinkButton } from "../ui/Button.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { Spinner } from "../ui/Spinner.tsx";

// Most answers have none: its code comes with the first that has.
const ContextPart = lazy(() => import("../receipts/ContextPart.tsx").then((file) => ({ default: file.ContextPart })));

/** The receipt beside its answer. The whole of it is on its own page. */
export function TurnReceipt({ receipt, marks }: { receipt: ShownReceipt; marks: Mark[] }) {
  const { attribution } = receipt;
  return (
    <>
      <Slip
        receipt={receipt}
        state={
          <span role="status" className="flex items-center gap-2 text-[13px] text-ink-2">
            {attribution ? (
              <span className={attribution.coverageBps > 0 ? "text-good" : undefined}>✓ traced</span>
            ) : (
              <>
                <Spinner /> tracing
              </>
            )}
          </span>
        }
        payer="you"
        attribution={attribution}
        shares={attribution?.shares ?? []}
        marks={marks}
        money={
          attribution && moneyOf(receipt.fee, attribution.split, receipt.payouts, attribution.context?.shares ?? null)
        }
        context={
          attribution?.context && (
            <Suspense fallback={<Skeleton className="my-2 h-10 w-full" />}>
              <ContextPart
                shares={attribution.context.shares}
                passages={attribution.context.passages}
                capBps={attribution.params.contextBps ?? 0}
              />
            </Suspense>
          )
        }
      />
      <div className="mt-6">
        <LinkButton href={receiptHref(receipt.id)}>Open the receipt</LinkButton>
      </div>
    </>
  );
}
