import Link from "next/link";
import { receiptHref } from "../../lib/site/hrefs.ts";
import { Card } from "../ui/Card.tsx";
import type { Turn } from "./turns.ts";

/** Questions asked from this browser before. */
export function PastTurns({ turns }: { turns: Turn[] }) {
  return (
    <Card id="earlier" title="Earlier in this browser">
      <ul className="divide-y divide-line text-[14px]">
        {turns.map((turn) => (
          <li key={turn.id} className="py-2.5">
            {turn.receipt ? (
              <Link className="link" href={receiptHref(turn.receipt)} prefetch={false}>
                {turn.question}
              </Link>
            ) : (
              turn.question
            )}
            <span className="block text-[13px] text-ink-2">
              {turn.modelName} · {turn.state === "failed" ? turn.problem : turn.published ? "published" : "private"}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
