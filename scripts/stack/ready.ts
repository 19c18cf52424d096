import { setTimeout as sleep } from "node:timers/promises";
import { StackError } from "./error.ts";

/**
 * Tries until `attempt` neither throws nor answers false.
 * @throws StackError after `seconds`, with the last reason.
 */
export async function until<T>(what: string, attempt: () => Promise<T>, seconds = 120): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  let reason = "";
  while (Date.now() < deadline) {
    try {
      const result = await attempt();
      if (result !== false) return result;
    } catch (error) {
      reason = `: ${(error as Error).message}`;
    }
    await sleep(100);
  }
  throw new StackError(
    `${what} was not ready after ${seconds} s${reason}; its log in the data directory's logs/ tells more.`,
  );
}

/** @throws Error when a server does not answer a GET with a good status. */
export async function get(url: string): Promise<Response> {
  const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response;
}
