import { setTimeout as sleep } from "node:timers/promises";
import type { Session } from "./session.ts";

export const HOUR = 3600;
export const DAY = 24 * HOUR;

/** Chain time in unix seconds. */
export async function timeOf({ client }: Session): Promise<number> {
  const block = await client.getBlock({ blockTag: "pending" });
  return Number(block.timestamp);
}

/** Moves the chain's clock forward to a time; does nothing when it is past it. */
export async function travelTo(session: Session, time: number): Promise<void> {
  const seconds = time - (await timeOf(session));
  if (seconds <= 0) return;
  await session.client.increaseTime({ seconds });
  await session.client.mine({ blocks: 1 });
}

/**
 * Polls until the answer is true. An answer that is a number, of what is still to be done, is true at 0 and gives more time whenever it
 * changes. @throws Error naming what did not happen.
 */
export async function waitFor(
  what: string,
  happened: () => Promise<boolean> | Promise<number>,
  seconds = 120,
): Promise<void> {
  let before: boolean | number | null = null;
  let deadline = 0;
  for (;;) {
    const answer = await happened();
    if (answer === true || answer === 0) return;
    if (answer !== before) deadline = Date.now() + seconds * 1000;
    before = answer;
    if (Date.now() > deadline) {
      throw new Error(
        `Waited ${seconds} s for ${what}: see the logs of worker and indexer. Starting again goes on from here.`,
      );
    }
    await sleep(100);
  }
}
