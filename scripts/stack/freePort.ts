import { randomInt } from "node:crypto";
import { isFree } from "./ports.ts";

/** Below those that the system gives to whoever asks for any, which might take one between our look and its use. */
const [FIRST, LAST] = [20_000, 32_000];
/** Of so many workers of a test run, none is given a port that another may be about to use. */
const WORKERS = 8;
const given = new Set<number>();

/** A port of 127.0.0.1 that nobody listens on now. */
export async function freePort(): Promise<number> {
  const worker = Number(process.env.VITEST_POOL_ID ?? 0) % WORKERS;
  for (;;) {
    const port = randomInt(FIRST / WORKERS, LAST / WORKERS) * WORKERS + worker;
    if (!given.has(port) && (await isFree(port))) {
      given.add(port);
      return port;
    }
  }
}
