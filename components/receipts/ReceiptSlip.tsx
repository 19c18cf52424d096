import Link from "next/link";
import { formatDateTime } from "@/lib/format/date.ts";
import { receiptsHref } from "../../lib/site/hrefs.ts";
import { Hash } from "../ui/Hash.tsx";
import { Tag } from "../ui/Tag.tsx";
import { ContextPart } from "./ContextPart.tsx";
import type { ReceiptView } from "./readReceipt.ts";
import { VerdictTag } from "./recompute/Verdict.tsx";
import { Slip, SlipLine } from "./Slip.tsx";

/** The slip on a receipt's own page: with the reader's verdict, its epoch and what comes next. */
export function ReceiptSlip({ view }: { view: ReceiptView }) {
  const { receipt, attribution, epoch, shares, context, marks, money } = view;
  return (
    <Slip
      receipt={receipt}
      state={attribution ? <VerdictTag /> : <Tag tone="warn">being attributed</Tag>}
      payer={
        receipt.answer === null ? (
          "a caller who is not shown"
        ) : (
          <Link className="link" href={receiptsHref({ payer: receipt.payer })} prefetch={false}>
            <Hash value={receipt.payer} />
          </Link>
        )
      }
      attribution={attribution}
      shares={shares}
      marks={marks}
      money={money}
      context={
        context && (
          <ContextPart
            shares={context.shares}
            passages={context.passages ?? null}
            capBps={attribution?.params.contextBps ?? 0}
          />
        )
      }
      lines={
        receipt.epoch !== null && (
          <SlipLine label={`epoch ${receipt.epoch} root`}>
            {epoch?.root ? <Hash value={epoch.root} /> : "not posted yet"}
          </SlipLine>
        )
      }
    >
      <p className="mt-3 text-[13px] text-ink-2">{clockOf(view)}</p>
    </Slip>
  );
}

function clockOf({ receipt, attribution, epoch }: ReceiptView): string {
  if (!attribution) return "Attribution follows the answer; the fee is split when it is done.";
  if (receipt.epoch === null)
    return "It joins the next epoch after midnight (UTC, chain time), posted once the previous one’s challenge window has closed.";
  if (!epoch)
    return `Its fee is collected for epoch ${receipt.epoch}, which is sealed when the epoch before it closes.`;
  if (epoch.state === "sealed" || epoch.readyAt === null)
    return `Epoch ${receipt.epoch} is sealed with its fee; its root is about to be posted.`;
  if (epoch.state === "window")
    return `Anybody may dispute epoch ${receipt.epoch} until ${formatDateTime(epoch.readyAt)}; then it can be claimed.`;
  if (epoch.state === "disputed")
    return `Epoch ${receipt.epoch} is disputed; nothing can be claimed under it until that is resolved.`;
  if (epoch.state === "rejected") return `Epoch ${receipt.epoch} was rejected; the next one distributes its money.`;
  return `Accepted since ${formatDateTime(epoch.readyAt)}; what it pays can be claimed for ever.`;
}
