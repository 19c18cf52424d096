"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { sentenceOf } from "../../lib/errors/sentenceOf.ts";
import { type Flow, type FlowRecord, isDone, type Tools } from "../../lib/tx/flow.ts";
import { flowKey, forgetFlow, recallFlow } from "../../lib/tx/keepFlow.ts";
import { beginFlow } from "../../lib/tx/runFlow.ts";
import { runKept } from "../../lib/tx/runKept.ts";
import { useWallet } from "../wallet/WalletProvider.tsx";

export type FlowHandle<R, F> = {
  /** The flow under way or just done; null when there is none. */
  record: FlowRecord<R, F> | null;
  /** Not known yet whether a flow was kept: no page should offer to begin one. */
  recalling: boolean;
  title: (step: string) => string;
  running: boolean;
  done: boolean;
  /** Why the flow could not be planned or go on, where no step says it; it can be tried again. */
  problem: string | null;
  start: (request: R) => Promise<void>;
  /** Goes on from where it stopped. */
  resume: () => Promise<void>;
  /** Forgets it. What is on the chain stays there. */
  discard: () => void;
};

/**
 * One flow of the connected account: starts it, keeps it in this browser and finds it again after a reload. A transaction that was under way is
 * watched again at once; the wallet opens only when the person goes on. `load` brings the flow's code when it is first needed.
 */
export function useFlow<R, F>(
  name: string,
  load: () => Promise<Flow<R, F>>,
  onDone?: (record: FlowRecord<R, F>) => void,
): FlowHandle<R, F> {
  const { network, runtime, status } = useWallet();
  const port = runtime?.port ?? null;
  const key = network && port ? flowKey(name, network, port.account) : null;
  const [flow, setFlow] = useState<Flow<R, F> | null>(null);
  const [record, setRecord] = useState<FlowRecord<R, F> | null>(null);
  const [recalled, setRecalled] = useState<string | null | undefined>(undefined); // the key that was looked under
  const [runningAt, setRunningAt] = useState<string | null>(null); // the key whose flow is under way
  const running = runningAt !== null && runningAt === key;
  const [problem, setProblem] = useState<string | null>(null);
  const underWay = useRef(new Set<string>());
  const latest = useRef({ key, load, onDone });
  useEffect(() => {
    latest.current = { key, load, onDone };
  });

  const run = useCallback(
    async (from: FlowRecord<R, F>, code: Flow<R, F>, tools: Tools, at: string, interactive: boolean) => {
      if (underWay.current.has(at)) return; // a flow runs once at a time, or it would send twice
      underWay.current.add(at);
      setRunningAt(at);
      const isShown = () => latest.current.key === at; // the account may have changed meanwhile
      const { record: end, problem } = await runKept(code, from, {
        tools,
        interactive,
        storage: localStorage,
        key: at,
        onChange: (next) => {
          if (isShown()) setRecord(next);
        },
      });
      underWay.current.delete(at);
      setRunningAt((running) => (running === at ? null : running));
      if (problem && isShown()) setProblem(problem);
      if (!isDone(end)) return;
      forgetFlow(localStorage, at);
      if (isShown()) latest.current.onDone?.(end);
    },
    [],
  );

  useEffect(() => {
    setRecord(null);
    setProblem(null);
    const left = key && network && port ? recallFlow<R, F>(localStorage, key) : null;
    if (!left || !key || !network || !port) {
      setRecalled(key);
      return;
    }
    let stale = false;
    latest.current.load().then(
      (code) => {
        if (stale) return;
        setRecalled(key);
        setFlow(code);
        setRecord(left);
        // What was sent, or may have been, is looked for at once: money on its way is never out of sight.
        if (left.steps.some(({ phase }) => phase === "wallet" || phase === "pending" || phase === "indexing")) {
          run(left, code, { network, port }, key, false).catch((error: unknown) => setProblem(sentenceOf(error)));
        }
      },
      (error: unknown) => {
        if (stale) return;
        setRecalled(key);
        setRecord(left); // shown as it was left; going on loads the code again
        setProblem(sentenceOf(error));
      },
    );
    return () => {
      stale = true;
    };
  }, [key, network, port, run]);

  async function start(request: R) {
    if (!key || !network || !port || running) return;
    setProblem(null);
    setRunningAt(key);
    try {
      const code = await load();
      const fresh = await beginFlow(code, request, { network, port });
      setFlow(code);
      setRecord(fresh);
      await run(fresh, code, { network, port }, key, true);
    } catch (error) {
      setRunningAt(null);
      setProblem(sentenceOf(error));
    }
  }

  async function resume() {
    if (!key || !network || !port || !record || running) return;
    setProblem(null);
    setRunningAt(key);
    try {
      const code = flow ?? (await load());
      setFlow(code);
      await run(record, code, { network, port }, key, true);
    } catch (error) {
      setRunningAt(null);
      setProblem(sentenceOf(error));
    }
  }

  function discard() {
    if (key) forgetFlow(localStorage, key);
    setRecord(null);
    setProblem(null);
  }

  const title = (step: string) => (flow && record ? flow.title(step, record.request) : step);
  const recalling = status === "loading" || recalled !== key;
  return {
    record,
    recalling,
    title,
    running,
    done: record !== null && isDone(record),
    problem,
    start,
    resume,
    discard,
  };
}
