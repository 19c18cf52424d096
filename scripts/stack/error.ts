/** A reason to stop that a person can act on: what happened, why, and the remedy, in one sentence. Shown without a stack trace. */
export class StackError extends Error {
  override name = "StackError";
}

export const messageOf = (error: unknown): string =>
  error instanceof StackError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
