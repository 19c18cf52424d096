import { expect, vi } from "vitest";
import type { settlementWorld } from "./settlementWorld.ts";

const PATIENCE_MS = 10_000;

/**
 * Runs a step a second time while the transaction of the first is not mined yet, as a worker does that died meanwhile.
 * @returns what became of the second: it refused to send, sent and ended, or has its own transaction waiting beside the first; and the first's result
 */
export async function raceWhilePending<Result>(
  { chain }: Pick<Awaited<ReturnType<typeof settlementWorld>>, "chain">,
  run: () => Promise<Result>,
): Promise<{ outcome: string; first: Result }> {
  const pending = async (count: number) => {
    await vi.waitFor(async () => expect((await chain.getTxpoolStatus()).pending).toBe(count), { timeout: PATIENCE_MS });
    return `${count} pending`;
  };
  await chain.setAutomine(false);
  const first = run();
  await pending(1);
  const second = run().then(
    () => "sent",
    () => "refused",
  );
  const outcome = await Promise.race([second, pending(2)]);
  await chain.setAutomine(true);
  await chain.mine({ blocks: 1 });
  return { outcome, first: await first };
}
