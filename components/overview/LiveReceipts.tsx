import Link from "next/link";
import { connection } from "next/server";
import { sql } from "@/lib/db/client.ts";
import { modelNamesakes } from "@/lib/db/queries/namesakes.ts";
import { listReceipts } from "@/lib/db/queries/receipts.ts";
import { formatCount } from "@/lib/format/number.ts";
import { modelHref, playgroundHref, receiptHref, receiptsHref } from "../../lib/site/hrefs.ts";
import { pageClock } from "../../lib/site/pageClock.ts";
import { nameOf, questionText } from "../display/names.ts";
import { Refresh } from "../display/Refresh.tsx";
import { Amount } from "../ui/Amount.tsx";
import { LinkButton } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { TimeAgo } from "../ui/TimeAgo.tsx";

/** The newest receipts, read again every few seconds. */
export async function LiveReceipts() {
  await connection();
  const now = await pageClock();
  const [{ rows, total }, namesakes] = await Promise.all([
    listReceipts(sql(), { limit: 5, offset: 0 }, now),
    modelNamesakes(sql()),
  ]);
  return (
    <Card
      id="live-receipts"
      title="Live receipts"
      action={
        total > 0 && (
          <Link className="link" href={receiptsHref()}>
            All {formatCount(total)}
          </Link>
        )
      }
    >
      <Refresh seconds={12} />
      {rows.length === 0 ? (
        <EmptyState title="No receipts yet" action={<LinkButton href={playgroundHref()}>Ask a question</LinkButton>}>
          Each answer leaves one here, a moment after it was served.
        </EmptyState>
      ) : (
        <ul>
          {rows.map((row) => (
            <li
              key={row.id}
              className="flex items-baseline justify-between gap-4 border-line border-b py-2.5 text-[14px] last:border-b-0"
            >
              <div className="min-w-0">
                <Link className="link line-clamp-2" href={receiptHref(row.id)} prefetch={false}>
                  {questionText(row.question)}
                </Link>
                <div className="text-[13px] text-ink-2">
                  <Link className="hover:underline" href={modelHref(row.model)} prefetch={false}>
                    {nameOf("model", row.model, row.modelName, namesakes)}
                  </Link>{" "}
                  · <TimeAgo at={row.servedAt} now={now} />
                </div>
              </div>
              <span className="shrink-0">
                <Amount wei={row.fee} preset="precise" />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
