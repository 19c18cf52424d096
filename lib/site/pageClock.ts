import { cache } from "react";
import { chainTime } from "../chain/clients.ts";
import { sql } from "../db/client.ts";
import { newestChainTime } from "../db/queries/clock.ts";
import { within } from "./within.ts";

const PATIENCE_MS = 1_500;

/** Chain time for this request, unix seconds; the newest time on record while the chain does not answer. */
export const pageClock = cache(async (): Promise<number> => {
  const time = chainTime().catch(() => null);
  return (await within(PATIENCE_MS, time, null)) ?? newestChainTime(sql());
});
