/** One line to the terminal; the stack puts time and process before it. */
export type Log = (message: string) => void;

/** A log whose lines name the job. */
export function logFor(job: string): Log {
  return (message) => console.log(`${job.padEnd(9)} ${message}`);
}

/** The first sentence of an error, without stack or request dump. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { shortMessage, code } = error as { shortMessage?: unknown; code?: unknown };
  const message = typeof shortMessage === "string" ? shortMessage : error.message;
  // A refused connection to several addresses has an empty message.
  return message.split("\n")[0] || String(code ?? error.name);
}
