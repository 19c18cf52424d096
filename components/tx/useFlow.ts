"use client";

import { useEffect, useRef } from "react";
import { sentenceOf } from "../../lib/errors/sentenceOf.ts";
import { type Flow, type FlowRecord, isDone, mayBeSent } from "../../lib/tx/flow.ts";
import { flowKey, forgetFlow, recallFlow } from "../../lib/tx/keepFlow.ts";
import { beginFlow } from "../../lib/tx/runFlow.ts";
import { useWallet } from "../wallet/WalletProvider.tsx";
import { useShownFlow } from "./useShownFlow.ts";

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
  const { shown, show, reset, run } = useShownFlow<R, F>(key, onDone);
  const { code, record, running, problem } = shown;
  const latestLoad = useRef(load);
  useEffect(() => {
    latestLoad.current = load;
  });

  useEffect(() => {
    reset(key);
    const left = key && network && port ? recallFlow<R, F>(localStorage, key) : null;
    if (!left || !key || !network || !port) {
      show(key, { recalled: true });
      return;
    }
    let stale = false;
    latestLoad.current().then(
      (code) => {
        if (stale) return;
        show(key, { recalled: true, code, record: left });
        // What was sent, or may have been, is looked for at once: money on its way is never out of sight.
        if (mayBeSent(left)) void run(key, { network, port }, false, async () => ({ code, record: left }));
      },
      (error: unknown) => {
        // Shown as it was left; going on loads the code again.
        if (!stale) show(key, { recalled: true, record: left, problem: sentenceOf(error) });
      },
    );
    return () => {
      stale = true;
    };
  }, [key, network, port, show, reset, run]);

  async function start(request: R) {
    if (!key || !network || !port || running) return;
    const tools = { network, port };
    await run(key, tools, true, async () => {
      const code = await load();
      return { code, record: await beginFlow(code, request, tools) };
    });
  }

  async function resume() {
    if (!key || !network || !port || !record || running) return;
    await run(key, { network, port }, true, async () => ({ code: code ?? (await load()), record }));
  }

  function discard() {
    if (key) forgetFlow(localStorage, key);
    show(key, { record: null, problem: null });
  }

  return {
    record,
    recalling: status === "loading" || !shown.recalled,
    title: (step) => (code && record ? code.title(step, record.request) : step),
    running,
    done: record !== null && isDone(record),
    problem,
    start,
    resume,
    discard,
  };
}
