"use client";

import { useEffect, useState } from "react";
import { describeHealth, type Heads } from "../../lib/format/health.ts";
import { classes } from "../ui/classes.ts";
import { Pill } from "./Pill.tsx";

const EVERY_MS = 8_000;
const dots = { good: "bg-good", warn: "bg-warn", bad: "bg-bad" };

/** Chain head and indexed head, asked gently and only while the page is looked at. */
export function HeadPill() {
  const [heads, setHeads] = useState<Heads | null | undefined>();
  useEffect(() => {
    let stopped = false;
    async function ask() {
      if (document.hidden) return;
      const answer = await fetch("/api/v1/status")
        .then((response) => response.json())
        .catch(() => null);
      if (!stopped) setHeads(answer?.chain ? answer : null);
    }
    void ask();
    const timer = setInterval(ask, EVERY_MS);
    document.addEventListener("visibilitychange", ask);
    return () => {
      stopped = true;
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
    };
  }, []);
  if (heads === undefined) return <span className="hidden h-7 w-52 lg:block" />;
  const health = describeHealth(heads);
  return (
    <Pill className="hidden lg:inline-block">
      <span aria-hidden="true" className={classes("mr-1.5 inline-block size-[7px] rounded-full", dots[health.tone])} />
      {health.text}
    </Pill>
  );
}
