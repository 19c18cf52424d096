import { shortHex } from "../../../lib/format/address.ts";
import { classes } from "../../ui/classes.ts";
import type { Check } from "./types.ts";

const shown = (value: string) => (/^0x[0-9a-f]{40,}$/i.test(value) ? shortHex(value) : value);

/** Each comparison with its value; an inequality says both sides. */
export function CheckList({ checks }: { checks: Check[] }) {
  return (
    <ul className="mt-4 grid gap-1.5 text-[13px]" aria-label="Comparisons">
      {checks.map((check) => (
        <li key={check.name} className="grid grid-cols-[1.25rem_minmax(0,1fr)] items-baseline">
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
                <span className="num text-ink-2" title={check.value}>
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
      ))}
    </ul>
  );
}
