import { codeOf } from "../errors/codeOf.ts";
import { sentences } from "../errors/codes.ts";
import { sentenceOf } from "../errors/sentenceOf.ts";
import { type Clock, wallClock } from "./clock.ts";
import type { Action, Flow, FlowRecord, Result, StepState, Tools } from "./flow.ts";
import { isIndexed } from "./indexed.ts";
import type { Outcome } from "./port.ts";

const ASK_EVERY_MS = 500;

/** How long a step that may have been sent waits for the account's own transactions before it says so. */
const QUIET_WITHIN_MS = 60_000;

/** A step that cannot go on for a reason of its own: a transaction that did not do what it should, or one that is still under way. */
class FailedOutcome extends Error {
  readonly code: "reverted" | "cancelled" | "stillWaiting";
  constructor(code: "reverted" | "cancelled" | "stillWaiting") {
    super(code);
    this.code = code;
  }
}

export type RunOptions<R, F> = {
  tools: Tools;
  /** Called at every change, before anything that could be lost: keep it. */
  onChange: (record: FlowRecord<R, F>) => void;
  /** False after a reload: finish what is under way, but open no wallet unasked. */
  interactive?: boolean;
  clock?: Clock;
  indexed?: (block: number) => Promise<boolean>;
};

/** Plans a flow: the record to run. */
export async function beginFlow<R, F>(flow: Flow<R, F>, request: R, tools: Tools): Promise<FlowRecord<R, F>> {
  const { facts, steps } = await flow.plan(request, tools);
  return { flow: flow.name, request, facts, steps: steps.map((id) => ({ id, phase: "idle" })) };
}

/**
 * Runs a flow from where it stands until it is done or stops at a step; never throws for what a step ran into. Simulates, writes, waits, takes a
 * revert for a failure, follows replacements, and at the end waits for the indexer (30 s, then says so). Run it again to go on.
 */
export async function runFlow<R, F>(
  flow: Flow<R, F>,
  start: FlowRecord<R, F>,
  options: RunOptions<R, F>,
): Promise<FlowRecord<R, F>> {
  const { tools, clock = wallClock, interactive = true, indexed = isIndexed } = options;
  let record = start;

  const put = (id: string, change: Partial<StepState>, facts = record.facts) => {
    const steps = record.steps.map((step) => (step.id === id ? { ...step, ...change } : step));
    record = { ...record, facts, steps };
    options.onChange(record);
  };

  async function perform(step: StepState, action: Action): Promise<Result> {
    switch (action.kind) {
      case "write": {
        put(step.id, { phase: "wallet" });
        const hash = await tools.port.send(action.call);
        put(step.id, { phase: "pending", hash });
        return { kind: "write", outcome: await tools.port.outcome(hash) };
      }
      case "sign":
        put(step.id, { phase: "wallet" });
        return { kind: "sign", signature: await tools.port.sign(action.message) };
      case "signAndAsk": {
        put(step.id, { phase: "wallet" });
        const signature = await tools.port.sign(action.message);
        put(step.id, { phase: "pending" });
        return { kind: "ask", answer: await action.request(signature) };
      }
      case "ask":
        put(step.id, { phase: "pending" });
        return { kind: "ask", answer: await action.request() };
      case "wait":
        put(step.id, { phase: "pending" });
        while (!(await action.until())) await clock.sleep(ASK_EVERY_MS);
        return { kind: "wait" };
    }
  }

  /** What was sent and is in no block yet can be found neither on the chain nor be told from what was never sent. */
  async function quiet(): Promise<void> {
    const end = clock.now() + QUIET_WITHIN_MS;
    while (await tools.port.isWaiting()) {
      if (clock.now() >= end) throw new FailedOutcome("stillWaiting");
      await clock.sleep(ASK_EVERY_MS);
    }
  }

  /** False when the step must wait for the person. */
  async function take(step: StepState): Promise<boolean> {
    // Left while the wallet was open, or lost sight of: it may have happened all the same.
    const unsure = step.phase === "wallet" || step.phase === "failed";
    const sent = step.phase === "pending" || (step.phase === "failed" && step.error?.code !== "lost");
    if (unsure && flow.recover) {
      await quiet();
      const facts = await flow.recover(step.id, record.request, record.facts, tools);
      if (facts) {
        put(step.id, { phase: "done", error: undefined }, facts);
        return true;
      }
    }
    let result: Result;
    if (sent && step.hash) {
      result = { kind: "write", outcome: await tools.port.outcome(step.hash) };
    } else {
      const action = await flow.act(step.id, record.request, record.facts, tools);
      if (!interactive && action.kind !== "ask" && action.kind !== "wait") {
        put(step.id, { phase: "idle" }); // nobody is being asked any more
        return false;
      }
      put(step.id, { phase: "idle", error: undefined, hash: undefined });
      result = await perform(step, action);
    }
    const block = result.kind === "write" ? succeeded(result.outcome).block : undefined;
    put(step.id, { phase: "done", block, error: undefined }, flow.learn(step.id, result, record.request, record.facts));
    return true;
  }

  for (const { id } of record.steps) {
    const step = record.steps.find((one) => one.id === id)!;
    if (step.phase === "done" || step.phase === "indexing") continue;
    try {
      if (!(await take(step))) return record;
    } catch (error) {
      put(id, stopped(error));
      return record;
    }
  }

  const last = record.steps.findLast((step) => step.block !== undefined);
  if (last) {
    put(last.id, { phase: "indexing" });
    put(last.id, { phase: "done", late: !(await indexed(last.block!)) });
  }
  return record;
}

function succeeded(outcome: Outcome): Outcome {
  if (outcome.status !== "success") throw new FailedOutcome(outcome.status);
  return outcome;
}

function stopped(error: unknown): Partial<StepState> {
  if (error instanceof FailedOutcome) {
    const { code } = error;
    const gone = code === "stillWaiting" ? {} : { hash: undefined };
    return { phase: "failed", error: { code, sentence: sentences[code] }, ...gone };
  }
  const code = codeOf(error);
  // What a person closed in the wallet is not an error: the step waits as it did before.
  if (code === "rejected") return { phase: "idle", error: { code, sentence: sentences.rejected } };
  if (code === "unknown") console.error(error);
  // A hash, where there is one, stays: what was sent may still come about.
  return { phase: "failed", error: { code, sentence: sentenceOf(error) } };
}
