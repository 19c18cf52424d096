"use client";

import { useEffect, useState } from "react";
import { describeHealth, type Heads } from "../../lib/tx/health.ts";
import { watchStatus } from "../../lib/tx/status.ts";
import { classes } from "../ui/classes.ts";
import { Pill } from "./Pill.tsx";

const EVERY_MS = 15_000;
const dots = { good: "bg-good", warn: "bg-warn", bad: "bg-bad" };

/** Chain head and indexed head, asked gently and only while the page is looked at; sooner while a transaction waits for the index. */
export function HeadPill({ className }: { className: string }) {
  const [heads, setHeads] = useState<Heads | null | undefined>();
  useEffect(
    () =>
      watchStatus(
        (status) => setHeads(status?.chain ? status : null),
        (answers) => (answers === 0 ? 0 : EVERY_MS),
      ),
    [],
  );
  if (heads === undefined) return <span className={classes("h-7 w-52", className)} />;
  const health = describeHealth(heads);
  return (
    <Pill className={className}>
      <span aria-hidden="true" className={classes("mr-1.5 inline-block size-[7px] rounded-full", dots[health.tone])} />
      {health.text}
    </Pill>
  );
}
