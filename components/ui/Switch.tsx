"use client";

import { useId } from "react";
import { classes } from "./classes.ts";

/** On or off, at once. The note says what "on" means. */
export function Switch({
  checked,
  onChange,
  label,
  note,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: string;
  note?: string;
}) {
  const id = useId();
  return (
    <div className="flex items-start gap-2.5 text-[14px]">
      <button
        type="button"
        role="switch"
        aria-checked={checked}
        aria-labelledby={`${id}-label`}
        aria-describedby={note ? `${id}-note` : undefined}
        onClick={() => onChange(!checked)}
        className={classes(
          "relative mt-0.5 h-5 w-9 shrink-0 rounded-full border transition-colors",
          checked ? "border-accent bg-accent" : "border-[var(--field)] bg-sunken",
        )}
      >
        <span
          aria-hidden="true"
          className={classes(
            "absolute top-[2px] size-3.5 rounded-full transition-[left]",
            checked ? "left-[18px] bg-accent-ink" : "left-[2px] bg-ink-2",
          )}
        />
      </button>
      <span>
        <span id={`${id}-label`}>{label}</span>
        {note && (
          <span id={`${id}-note`} className="block text-[13px] text-ink-2">
            {note}
          </span>
        )}
      </span>
    </div>
  );
}
