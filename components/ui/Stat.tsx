import type { ReactNode } from "react";

/** A figure at a page top: a rule, the number, one plain line under it. `unit` is set smaller. */
export function Stat({ value, unit, children }: { value: ReactNode; unit?: string; children: ReactNode }) {
  return (
    <div className="min-w-0 border-ink border-t-2 pt-2.5">
      <div className="num font-medium text-[23px] leading-[1.15] tracking-[-0.02em] sm:text-[30px] sm:leading-[1.1]">
        {value}
        {unit && <span className="text-[13px] tracking-normal sm:text-[16px]"> {unit}</span>}
      </div>
      <div className="mt-1 text-[13px] text-ink-2">{children}</div>
    </div>
  );
}

/** A row of Stats: two columns on a phone and a tablet (an odd last one takes both), all beside each other on a desk. */
export function Stats({ children }: { children: ReactNode }) {
  return (
    <div className="mb-8 grid grid-cols-2 gap-x-5 gap-y-6 max-lg:[&>:last-child:nth-child(odd)]:col-span-2 sm:gap-x-6 lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none">
      {children}
    </div>
  );
}
