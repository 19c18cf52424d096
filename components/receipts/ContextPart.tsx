import Link from "next/link";
import { formatOpen } from "../../lib/format/money.ts";
import { formatBps } from "../../lib/format/number.ts";
import { contributionHref } from "../../lib/site/hrefs.ts";
import { ContextKey } from "./ContextKey.tsx";
import { contextLabel, promptOrder } from "./contextMarks.ts";

type Share = { contribution: bigint | string; datanet: bigint | string; title: string | null; amount: bigint };

/** The part of a slip about what stood in the prompt: shares of their own, under those of what is repeated. */
export function ContextPart({
  shares,
  passages,
  capBps,
}: {
  shares: readonly Share[];
  passages: readonly { contribution: number }[] | null;
  capBps: number;
}) {
  const order = promptOrder(passages, shares);
  return (
    <section aria-label="In context">
      <hr className="rule" />
      <p className="text-[13px] text-ink-2">
        {shares.length > 0
          ? `In context: not repeated, but in passages that the model was given. At most ${formatBps(capBps)} of the contributors’ part.`
          : order.length > 0
            ? "The model was given passages, and no word beyond those repeated is from them: nothing to credit in context."
            : passages
              ? "No passage of the datanets bears on the question: nothing was given to the model, and nothing is credited in context."
              : "Nothing is credited in context."}
      </p>
      <ul className="mt-1 grid grid-cols-1 gap-1">
        {shares.map((share) => (
          <li
            key={String(share.contribution)}
            id={`context-${share.contribution}`}
            className="flex scroll-mt-6 items-baseline justify-between gap-3"
          >
            <span className="line-clamp-2 min-w-0">
              <ContextKey />
              {contextLabel(order.indexOf(Number(share.contribution)))} ·{" "}
              <Link className="link" href={contributionHref(share.datanet, share.contribution)} prefetch={false}>
                {share.title ?? `Contribution ${share.contribution}`}
              </Link>
            </span>
            <span className="num shrink-0" title={`${formatOpen(share.amount, "full")} OPEN`}>
              {formatOpen(share.amount, "precise")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
