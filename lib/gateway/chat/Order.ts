import type { Caller } from "../account/authenticate.ts";
import type { Question } from "./askProvider.ts";

/** A request that was let in: whose, what, and the money set aside for it. */
export interface Order extends Question {
  caller: Caller;
  reservation: string;
  /** Chain time, unix seconds. */
  servedAt: number;
  /** `performance.now()` when it came. */
  startedAt: number;
}
