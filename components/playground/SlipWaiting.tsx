import { Skeleton } from "../ui/Skeleton.tsx";

const ROWS = ["w-24", "w-32", "w-28", "w-36", "w-40", "w-24", "w-28", "w-20", "w-24"];

/** The paper a receipt will be written on, as tall as most are: nothing below it moves when it comes. */
export function SlipWaiting({ says }: { says: string }) {
  return (
    <section className="receipt min-h-[44rem]" aria-label="Receipt">
      <div className="flex items-baseline justify-between gap-3">
        <h2>Receipt</h2>
        <span role="status" className="text-[13px] text-ink-2">
          {says}
        </span>
      </div>
      <div className="mt-4 grid gap-4" aria-hidden="true">
        {ROWS.map((width, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they never change
          <div key={i} className="flex justify-between gap-3">
            <Skeleton className={`h-3.5 ${width}`} />
            <Skeleton className="h-3.5 w-14" />
          </div>
        ))}
      </div>
    </section>
  );
}
