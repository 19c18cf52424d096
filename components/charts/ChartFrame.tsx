"use client";

import { type ReactNode, useState } from "react";
import { classes } from "../ui/classes.ts";
import { Tag } from "../ui/Tag.tsx";

/** A picture with its table behind it. `unit` says what is measured; `chart` and `table` show the same; `view` names the picture. */
export function ChartFrame({
  title,
  unit,
  note,
  chart,
  table,
  view = "Chart",
}: {
  title: string;
  unit?: string;
  note?: ReactNode;
  chart: ReactNode;
  table: ReactNode;
  view?: string;
}) {
  const [asTable, setAsTable] = useState(false);
  return (
    <section
      aria-label={title}
      className="flex h-full min-w-0 flex-col rounded-card border border-line bg-surface p-4 sm:p-5"
    >
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
            {[view, "Table"].map((name, i) => (
              <button
                key={name}
                type="button"
                aria-pressed={asTable === (i === 1)}
                onClick={() => setAsTable(i === 1)}
                className={classes(
                  "rounded-[6px] px-2 py-0.5",
                  asTable === (i === 1) ? "bg-sunken text-ink" : "text-ink-2 hover:text-ink",
                )}
              >
                {name}
              </button>
            ))}
          </div>
        </div>
        {note && <div className="w-full text-[13px] text-ink-2">{note}</div>}
      </div>
      <div className="min-w-0 flex-1">{asTable ? table : chart}</div>
    </section>
  );
}
