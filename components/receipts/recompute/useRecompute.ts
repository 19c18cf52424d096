"use client";

import { useEffect, useReducer, useRef } from "react";
import type { Check, Claim, Part, Report, Spoken } from "./types.ts";

export type Run = {
  state: "idle" | "running" | "done" | "failed";
  checks: (Check & { part: Part })[];
  progress: { what: string; done: number; total: number } | null;
  reason: string | null;
  /** Of the whole run, milliseconds. */
  ms: number | null;
};

const idle: Run = { state: "idle", checks: [], progress: null, reason: null, ms: null };

function step(run: Run, report: Report | { kind: "start" }): Run {
  if (report.kind === "start") return { ...idle, state: "running" };
  if (report.kind === "progress") return { ...run, progress: report };
  if (report.kind === "check") return { ...run, checks: [...run.checks, { ...report.check, part: report.part }] };
  if (report.kind === "failed") return { ...run, state: "failed", progress: null, reason: report.reason };
  return { ...run, state: "done", progress: null, ms: report.ms };
}

/** Runs the recomputation in a worker of its own; starting again stops the run before. */
export function useRecompute() {
  const [run, dispatch] = useReducer(step, idle);
  const worker = useRef<Worker | null>(null);
  useEffect(() => () => worker.current?.terminate(), []);

  const start = (claim: Claim, spoken: Spoken) => {
    worker.current?.terminate();
    const next = new Worker(new URL("./recompute.worker.ts", import.meta.url), { type: "module" });
    worker.current = next;
    dispatch({ kind: "start" });
    next.onmessage = ({ data }: MessageEvent<Report>) => dispatch(data);
    next.onerror = (event) =>
      dispatch({
        kind: "failed",
        reason: `The recomputation stopped: ${event.message || "its script could not be loaded"}. Reload the page and try again.`,
      });
    next.postMessage({ claim, spoken });
  };
  return { run, start };
}
