import type { ReactNode } from "react";
import { classes } from "./classes.ts";

const tones = {
  info: "border-line bg-sunken text-ink-2",
  warn: "border-warn bg-warn-soft text-ink",
  bad: "border-bad bg-bad-soft text-ink",
  good: "border-good bg-good-soft text-ink",
};

/** A remark in the flow of a page. */
export function Note({
  tone = "info",
  title,
  children,
}: {
  tone?: keyof typeof tones;
  title?: string;
  children: ReactNode;
}) {
  return (
    <div className={classes("rounded-control border-l-3 px-3.5 py-2.5 text-[14px]", tones[tone])}>
      {title && <p className="font-[550]">{title}</p>}
      {children}
    </div>
  );
}

/** What happened, why, and the next step, in one sentence; announced when it appears. */
export function ErrorNote({ title, children, action }: { title?: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div role="alert">
      <Note tone="bad" title={title}>
        {children}
        {action && <div className="mt-2">{action}</div>}
      </Note>
    </div>
  );
}
