import { setTimeout as sleep } from "node:timers/promises";
import type { settlementWorld } from "./settlementWorld.ts";

/**
 * Runs a step a second time while the transaction of the first is not mined yet, as a worker does that died meanwhile.
 * @returns what became of the second: it refused to send, sent and ended, or has its own transaction waiting beside the first; and the first's result
 */
export async function raceWhilePending<Result>(
  { chain }: Pick<Awaited<ReturnType<typeof settlementWorld>>, "chain">,
  run: () => Promise<Result>,
): Promise<{ outcome: string; first: Result }> {
  let isDecided = false;
  const pending = async (count: number) => {
    while (!isDecided && (await chain.getTxpoolStatus()).pending !== count) await sleep(20);
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
  isDecided = true;
  await chain.setAutomine(true);
  await chain.mine({ blocks: 1 });
  return { outcome, first: await first };
}
