import { shortHex } from "../../../lib/format/address.ts";
import { classes } from "../../ui/classes.ts";
import type { Check, Part } from "./types.ts";

const shown = (value: string) => (/^0x[0-9a-f]{40,}$/i.test(value) ? shortHex(value) : value);

/** Each comparison with its value, by what it is about; an inequality says both sides. */
export function CheckList({ checks }: { checks: (Check & { part: Part })[] }) {
  const parts = [...Map.groupBy(checks, ({ part }) => part)];
  return (
    <section className="mt-4 grid gap-4 text-[13px]" aria-label="Comparisons">
      {parts.map(([part, of]) => (
        <div key={part}>
          <h3 className="mb-1.5 text-[13px] text-ink-3">{part}</h3>
          <ul className="grid gap-1.5">
            {of.map((check) => (
              <Line key={check.name} check={check} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Line({ check }: { check: Check }) {
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)] items-baseline">
      <span
        aria-hidden="true"
        className={classes(
          check.ok === true && "text-good",
          check.ok === false && "text-bad",
          check.ok === null && "text-ink-3",
        )}
      >
        {check.ok === null ? "◔" : check.ok ? "✓" : "✕"}
      </span>
      <span className="min-w-0">
        <span className="flex flex-wrap justify-between gap-x-3">
          <span className={classes(check.ok === false && "font-[550] text-bad")}>
            {check.name}
            <span className="sr-only">{check.ok === null ? ", open" : check.ok ? ", equal" : ", not equal"}</span>
          </span>
          {check.ok === true && check.value && (
            <span className="num text-ink-2" title={check.title ?? check.value}>
              {/^0x/.test(check.value) ? (
                <span className="font-mono text-[0.92em]">{shown(check.value)}</span>
              ) : (
                check.value
              )}
            </span>
          )}
        </span>
        {check.detail && (
          <span className={classes("block break-words", check.ok === false ? "text-bad" : "text-ink-2")}>
            {check.detail}
          </span>
        )}
      </span>
    </li>
  );
}
