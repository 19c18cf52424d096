"use client";

import type { ShownReceipt } from "../../lib/flows/api/receipt.ts";
import { receiptHref } from "../../lib/site/hrefs.ts";
import { moneyOf } from "../receipts/money.ts";
import { Slip } from "../receipts/Slip.tsx";
import type { Mark } from "../receipts/series.ts";
import { LinkButton } from "../ui/Button.tsx";
import { Spinner } from "../ui/Spinner.tsx";

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
        money={attribution && moneyOf(receipt.fee, attribution.split, receipt.payouts)}
      />
      <div className="mt-6">
        <LinkButton href={receiptHref(receipt.id)}>Open the receipt</LinkButton>
      </div>
    </>
  );
}
