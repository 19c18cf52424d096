import type { ReactNode } from "react";

/** A figure at a page top: a rule, the number, one plain line under it. `unit` is set smaller. */
export function Stat({ value, unit, children }: { value: ReactNode; unit?: string; children: ReactNode }) {
  return (
    <div className="min-w-0 border-ink border-t-2 pt-2.5">
      <div className="num font-medium text-[26px] leading-[1.1] tracking-[-0.02em] sm:text-[30px]">
        {value}
        {unit && <span className="text-[16px] tracking-normal"> {unit}</span>}
      </div>
      <div className="mt-1 text-[13px] text-ink-2">{children}</div>
    </div>
  );
}

/** A row of Stats: one column on a phone, two on a tablet, all beside each other on a desk. */
export function Stats({ children }: { children: ReactNode }) {
  return (
    <div className="mb-8 grid grid-cols-1 gap-6 min-[420px]:grid-cols-2 lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none">
      {children}
    </div>
  );
}
