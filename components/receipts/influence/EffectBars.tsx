import Link from "next/link";
import { contributionHref } from "../../../lib/site/hrefs.ts";
import { type Effect, formatEffect } from "./effects.ts";

/** Training texts as bars from a middle line: to the right what spoke for the label, to the left what spoke against it. */
export function EffectBars({ effects }: { effects: readonly Effect[] }) {
  const longest = Math.max(1, ...effects.map(({ effect }) => Math.abs(effect)));
  return (
    <ul className="grid grid-cols-1 gap-2.5">
      {effects.map((row) => (
        <li key={row.contribution} className="grid gap-1 text-[14px]">
          <span className="flex items-baseline justify-between gap-3">
            <EffectTitle row={row} />
            <span className="num shrink-0">{formatEffect(row.effect)}</span>
          </span>
          <Bar part={row.effect / longest} />
        </li>
      ))}
    </ul>
  );
}

export function EffectTitle({ row }: { row: Effect }) {
  if (row.datanet === null) return <span className="min-w-0">{row.title}</span>;
  return (
    <Link
      className="link line-clamp-1 min-w-0"
      href={contributionHref(row.datanet, row.contribution)}
      prefetch={false}
      title={row.title}
    >
      {row.title}
    </Link>
  );
}

/** @param part −1 to 1 of half the width */
function Bar({ part }: { part: number }) {
  const width = `${Math.max(0.5, Math.abs(part) * 50)}%`;
  const place = part < 0 ? { right: "50%", background: "var(--ink-3)" } : { left: "50%", background: "var(--s1)" };
  return (
    <span aria-hidden="true" className="relative block h-2 rounded-[3px] bg-sunken">
      <span className="absolute inset-y-0 rounded-[3px]" style={{ width, ...place }} />
      <span className="-inset-y-0.5 absolute left-1/2 w-px bg-[var(--line-strong)]" />
    </span>
  );
}
