"use client";

import { useId, useState } from "react";
import { amountProblem } from "../../lib/format/amountProblem.ts";
import { formatOpen, parseOpen } from "../../lib/format/money.ts";
import { Input } from "./controls.tsx";

/** Takes OPEN as text, gives wei or null (not a number yet). Keeps what was typed, and says why it is no amount. */
export function AmountInput({
  value,
  onChange,
  ...control
}: {
  value: bigint | null;
  onChange: (wei: bigint | null) => void;
  id?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
}) {
  const [text, setText] = useState(() => (value === null ? "" : formatOpen(value, "full")));
  const shown = value !== null && parseOpen(text) !== value ? formatOpen(value, "full") : text;
  const problem = amountProblem(shown);
  const problemId = useId();
  const described = [control["aria-describedby"], problem ? problemId : null].filter(Boolean).join(" ");
  return (
    <>
      <span className="relative block">
        <Input
          {...control}
          aria-describedby={described || undefined}
          aria-invalid={problem ? true : control["aria-invalid"]}
          inputMode="decimal"
          autoComplete="off"
          className="num pr-16 text-right"
          value={shown}
          onChange={(event) => {
            setText(event.target.value);
            onChange(parseOpen(event.target.value));
          }}
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-[13px] text-ink-3"
        >
          OPEN
        </span>
      </span>
      {problem && (
        <p id={problemId} className="text-[13px] text-bad">
          <span aria-hidden="true">✕ </span>
          {problem}
        </p>
      )}
    </>
  );
}
