import type { PgBoss } from "pg-boss";
import { openQueue, sendTrace } from "./queue.ts";

// Next reloads modules in development: keep one queue per process.
const shared = globalThis as { openledgerQueue?: Promise<PgBoss> };

/**
 * Queues a receipt for attribution, from a process that only produces jobs. An answer need not wait for it, nor fail with it: the
 * worker also sweeps receipts that nobody queued.
 */
export async function enqueueTrace(receipt: string): Promise<void> {
  await sendTrace(await producer(), receipt);
}

function producer(): Promise<PgBoss> {
  shared.openledgerQueue ??= openQueue("producer", (error) => console.error(`queue: ${error.message}`)).catch(
    (error) => {
      delete shared.openledgerQueue; // so that the next receipt tries again
      throw error;
    },
  );
  return shared.openledgerQueue;
}
