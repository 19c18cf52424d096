import type { ErrorCode } from "./codes.ts";

/** Why a flow cannot begin, found out by the flow itself before any wallet opens. */
export class FlowError extends Error {
  override name = "FlowError";
  readonly reason: ErrorCode;

  constructor(reason: ErrorCode) {
    super(reason);
    this.reason = reason;
  }
}
