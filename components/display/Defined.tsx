import { type ReactNode, useId } from "react";
import { type Definition, definitions } from "@/lib/economy/definitions.ts";

/** A figure's name that opens its definition: what is counted, over what, in which window. Needs no script. */
export function Defined({ by, children }: { by: keyof typeof definitions; children: ReactNode }) {
  const id = useId();
  const definition: Definition = definitions[by];
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className="inline-block min-h-6 min-w-6 cursor-help py-0.5 [text-align:inherit] underline decoration-dotted decoration-[var(--field)] underline-offset-4 hover:text-ink"
      >
        {children}
      </button>
      <span
        id={id}
        popover="auto"
        className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-card border border-line bg-surface p-5 text-[14px] text-ink shadow-paper"
      >
        <strong className="mb-2 block font-medium font-serif text-[19px]">{definition.name}</strong>
        <span className="block text-ink-2">{definition.meaning}</span>
        {definition.counted && (
          <span className="mt-3 block text-[13px] text-ink-2">
            <span className="text-ink-3">How it is counted: </span>
            {definition.counted}
          </span>
        )}
      </span>
    </>
  );
}
