import type { ErrorCode } from "../errors/codes.ts";
import type { Network } from "./network.ts";
import type { Call, ChainPort, Outcome, TypedMessage } from "./port.ts";

/** What one step does. The runner knows how; a flow only says what. */
export type Action =
  | { kind: "write"; call: Call }
  | { kind: "sign"; message: TypedMessage }
  /** A signature that is shown to our API at once and kept nowhere: whoever goes on later signs another. */
  | { kind: "signAndAsk"; message: TypedMessage; request: (signature: `0x${string}`) => Promise<unknown> }
  /** Something of our own that needs no wallet, such as an API request. */
  | { kind: "ask"; request: () => Promise<unknown> }
  /** Waits until the condition holds; asked about twice a second. */
  | { kind: "wait"; until: () => Promise<boolean> };

export type Result =
  | { kind: "write"; outcome: Outcome }
  | { kind: "sign"; signature: `0x${string}` }
  | { kind: "ask"; answer: unknown }
  | { kind: "wait" };

export type Tools = { port: ChainPort; network: Network };

/**
 * One user action as data: which steps, what each does, what is learned from it. Pure, so that it is tested without React or a wallet.
 * `Request` is what the person asked for; `Facts` what the steps found out. Both are stored as JSON (bigint allowed) and survive a reload.
 */
export interface Flow<Request, Facts> {
  name: string;
  /** The steps this request needs now (an approval only where the allowance is short). */
  plan(request: Request, tools: Tools): Promise<{ facts: Facts; steps: string[] }>;
  /** What a step is called, in a few words. */
  title(step: string, request: Request): string;
  act(step: string, request: Request, facts: Facts, tools: Tools): Promise<Action>;
  /** The facts after a step. */
  learn(step: string, result: Result, request: Request, facts: Facts): Facts;
  /** Whether a step that was left while the wallet was open did happen after all (the page was closed before the hash was known). */
  recover?(step: string, request: Request, facts: Facts, tools: Tools): Promise<Facts | null>;
}

export type StepState = {
  id: string;
  /** idle → wallet (asked) → pending (sent or asked of us) → indexing (in a block, not in the index yet) → done, or failed. */
  phase: "idle" | "wallet" | "pending" | "indexing" | "done" | "failed";
  hash?: `0x${string}`;
  block?: number;
  /** Done on the chain, but the indexer had not caught up within its time. */
  late?: boolean;
  /** Why it stopped; `rejected` leaves the step idle. */
  error?: { code: ErrorCode; sentence: string };
};

/** A flow under way, as it is kept in this browser. */
export type FlowRecord<Request, Facts> = {
  flow: string;
  request: Request;
  facts: Facts;
  steps: StepState[];
};

export const isDone = (record: { steps: StepState[] }): boolean => record.steps.every((step) => step.phase === "done");

/** Whether one of its steps was sent, or may have been: while the wallet was open nobody can tell. */
export const mayBeSent = (record: { steps: StepState[] }): boolean =>
  record.steps.some(({ phase }) => phase === "wallet" || phase === "pending" || phase === "indexing");
