import { formatBps } from "@/lib/format/number.ts";
import { Key } from "../display/Key.tsx";
import type { SplitPart } from "./split.ts";

// One colour, since all of it is fee money; the steps only tell the parts apart.
const steps = [100, 72, 50, 33, 20];
const tint = (i: number) => `color-mix(in srgb, var(--fee) ${steps[i] ?? 12}%, var(--surface))`;

/** Where each fee goes, as a bar and as words. */
export function SplitBar({ parts }: { parts: SplitPart[] }) {
  return (
    <>
      <div aria-hidden="true" className="flex h-3 gap-px overflow-hidden rounded-[3px]">
        {parts.map((part, i) => (
          <span key={part.name} style={{ width: `${part.bps / 100}%`, background: tint(i) }} />
        ))}
      </div>
      <ul className="mt-3 grid gap-1 text-[14px]">
        {parts.map((part, i) => (
          <li key={part.name} className="flex justify-between gap-4">
            <span>
              <Key colour={tint(i)} />
              {part.name}
            </span>
            <span className="num">{formatBps(part.bps)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
