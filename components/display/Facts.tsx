import type { ReactNode } from "react";

/** Names and values of one thing. */
export function Facts({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-[minmax(6.5rem,auto)_minmax(0,1fr)] gap-x-4 sm:gap-x-6 gap-y-2 text-[14px]">
      {children}
    </dl>
  );
}

/** One of them; an absent value is said to be unknown. */
export function Fact({ label, children }: { label: ReactNode; children?: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{label}</dt>
      <dd className="min-w-0">{children ?? <span className="text-ink-3">unknown</span>}</dd>
    </>
  );
}
