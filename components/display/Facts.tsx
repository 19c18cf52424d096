import type { ReactNode } from "react";

/** Names and values of one thing. An absent value is said to be unknown. */
export function Facts({ items }: { items: [label: ReactNode, value: ReactNode][] }) {
  return (
    <dl className="grid grid-cols-[minmax(7rem,auto)_minmax(0,1fr)] gap-x-6 gap-y-2 text-[14px]">
      {items.map(([label, value], i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list
        <div key={i} className="contents">
          <dt className="text-ink-3">{label}</dt>
          <dd className="min-w-0">{value ?? <span className="text-ink-3">unknown</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
