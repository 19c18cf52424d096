"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { sentenceOf } from "../../lib/errors/sentenceOf.ts";
import { type Flow, type FlowRecord, isDone, type Tools } from "../../lib/tx/flow.ts";
import { forgetFlow } from "../../lib/tx/keepFlow.ts";
import { runKept } from "../../lib/tx/runKept.ts";
import { noFlow, onceAtATime, type ShownFlow, shownUnder, withChange } from "../../lib/tx/shownFlow.ts";

/** What to run: a record with its code. */
type Ready<R, F> = { code: Flow<R, F>; record: FlowRecord<R, F> };

/** The flow kept under a key as the page shows it, and running it. A run whose account is connected no more goes on unseen. */
export function useShownFlow<R, F>(key: string | null, onDone?: (record: FlowRecord<R, F>) => void) {
  const [state, setState] = useState<ShownFlow<R, F>>({ ...noFlow, at: key });
  const underWay = useRef(new Set<string>());
  const latest = useRef({ key, onDone });
  useEffect(() => {
    latest.current = { key, onDone };
  });

  const show = useCallback((at: string | null, change: Parameters<typeof withChange<R, F>>[2]) => {
    setState((shown) => withChange(shown, at, change));
  }, []);

  const reset = useCallback((at: string | null) => {
    setState({ ...noFlow, at, running: at !== null && underWay.current.has(at) });
  }, []);

  const run = useCallback(
    async (at: string, tools: Tools, interactive: boolean, prepare: () => Promise<Ready<R, F>>) => {
      const work = async () => {
        show(at, { running: true, problem: null });
        const ready = await prepare();
        if (latest.current.key !== at) return null; // another account is connected now: begin nothing for this one
        show(at, ready);
        const onChange = (record: FlowRecord<R, F>) => show(at, { record });
        const options = { tools, interactive, storage: localStorage, key: at, onChange };
        const { record, problem } = await runKept(ready.code, ready.record, options);
        if (problem) show(at, { problem });
        return record;
      };
      const end = await onceAtATime(underWay.current, at, work)
        .catch((error: unknown) => show(at, { problem: sentenceOf(error) }))
        .finally(() => show(at, { running: underWay.current.has(at) }));
      if (!end || !isDone(end)) return;
      forgetFlow(localStorage, at);
      if (latest.current.key === at) latest.current.onDone?.(end);
    },
    [show],
  );

  return { shown: shownUnder(state, key), show, reset, run };
}
