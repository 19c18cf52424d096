"use client";

import { type ReactNode, useState } from "react";
import { classes } from "../ui/classes.ts";
import { Tag } from "../ui/Tag.tsx";

const views = ["Chart", "Table"] as const;

/** A picture with its table behind it. `unit` says what is measured; `chart` and `table` show the same numbers. */
export function ChartFrame({
  title,
  unit,
  note,
  chart,
  table,
}: {
  title: string;
  unit?: string;
  note?: ReactNode;
  chart: ReactNode;
  table: ReactNode;
}) {
  const [view, setView] = useState<(typeof views)[number]>("Chart");
  return (
    <section aria-label={title} className="min-w-0 rounded-card border border-line bg-surface p-4 sm:p-5">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2>{title}</h2>
        <div className="flex items-center gap-3">
          {unit && <Tag>{unit}</Tag>}
          {/* biome-ignore lint/a11y/useSemanticElements: two toggles, not a form */}
          <div
            role="group"
            aria-label={`Show ${title} as`}
            className="flex rounded-control border border-line p-0.5 text-[12.5px]"
          >
            {views.map((name) => (
              <button
                key={name}
                type="button"
                aria-pressed={view === name}
                onClick={() => setView(name)}
                className={classes(
                  "rounded-[6px] px-2 py-0.5",
                  view === name ? "bg-sunken text-ink" : "text-ink-2 hover:text-ink",
                )}
              >
                {name}
              </button>
            ))}
          </div>
        </div>
        {note && <div className="w-full text-[13px] text-ink-2">{note}</div>}
      </div>
      {view === "Chart" ? chart : table}
    </section>
  );
}
