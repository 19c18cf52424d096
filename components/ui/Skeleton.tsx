import { classes } from "./classes.ts";

/** One grey bar, sized by classes. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={classes("skeleton", className)} />;
}

const named = (count: number) => Array.from({ length: count }, (_, i) => `skeleton-${i}`);

/** Rows of a table that is on its way; takes the height the rows will have. */
export function TableSkeleton({ rows = 6 }: { rows?: number }) {
  return (
    <div role="status">
      <span className="sr-only">Loading</span>
      {named(rows).map((key, i) => (
        <div key={key} className="flex justify-between gap-8 border-line border-b py-[13px] last:border-b-0">
          <Skeleton className={classes("h-4", i % 2 ? "w-2/5" : "w-1/2")} />
          <Skeleton className="h-4 w-16" />
        </div>
      ))}
    </div>
  );
}

/** Figures at a page top that are on their way. */
export function StatsSkeleton({ count = 4 }: { count?: number }) {
  return (
    <div
      role="status"
      className="mb-8 grid grid-cols-1 gap-6 min-[420px]:grid-cols-2 lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none"
    >
      <span className="sr-only">Loading</span>
      {named(count).map((key) => (
        <div key={key} className="border-line-strong border-t-2 pt-2.5">
          <Skeleton className="h-8 w-32" />
          <Skeleton className="mt-2 h-3.5 w-40" />
        </div>
      ))}
    </div>
  );
}

/** A block of text or a chart that is on its way. */
export function BlockSkeleton({ className = "h-40" }: { className?: string }) {
  return (
    <div role="status">
      <span className="sr-only">Loading</span>
      <Skeleton className={classes("w-full", className)} />
    </div>
  );
}
