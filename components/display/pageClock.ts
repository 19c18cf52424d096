import "server-only";
import { cache } from "react";
import { chainTime } from "@/lib/chain/clients.ts";
import { sql } from "@/lib/db/client.ts";
import { newestChainTime } from "@/lib/db/queries/clock.ts";

const PATIENCE_MS = 1_500;

/** Chain time for this request, unix seconds; the newest time on record while the chain does not answer. */
export const pageClock = cache(async (): Promise<number> => {
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null));
  const time = await Promise.race([chainTime().catch(() => null), late]);
  return time ?? newestChainTime(sql());
});
