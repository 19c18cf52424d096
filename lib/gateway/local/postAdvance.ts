import { createTestClient, http } from "viem";
import { z } from "zod";
import { serverEnv } from "../../env/server.ts";
import type { Gateway } from "../Gateway.ts";
import { readJson } from "../http/readBody.ts";
import { json } from "../http/respond.ts";
import { onlyLocal } from "./onlyLocal.ts";

const LONGEST = 31 * 86_400;
const range = `must be a whole number of seconds from 1 to ${LONGEST}`;
const schema = z.object({ seconds: z.int(range).min(1, range).max(LONGEST, range) });

/** `POST /api/local/advance`: moves the local chain's clock forward and mines one block. */
export async function postAdvance(gateway: Gateway, request: Request): Promise<Response> {
  onlyLocal(gateway);
  const { seconds } = await readJson(request, schema, 4_096);
  const clock = createTestClient({ mode: "anvil", transport: http(serverEnv().RPC_URL) });
  await clock.increaseTime({ seconds });
  await clock.mine({ blocks: 1 });
  return json({ advanced: seconds, time: await gateway.chain.time() });
}
