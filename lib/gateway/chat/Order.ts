import type { Caller } from "../account/authenticate.ts";
import type { PassageLog } from "./addPassages.ts";
import type { Question } from "./askProvider.ts";

/** A request that was let in: whose, what, and the money set aside for it. */
export interface Order extends Question {
  caller: Caller;
  reservation: string;
  /** What was put into the prompt; null where the model is given nothing. */
  passages: PassageLog | null;
  /** Chain time, unix seconds. */
  servedAt: number;
  /** `performance.now()` when it came. */
  startedAt: number;
}
