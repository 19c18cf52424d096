import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createTestClient, http, publicActions } from "viem";
import { foundry } from "viem/chains";
import type { Context } from "./context.ts";
import { StackError } from "./error.ts";
import { foundryBinary } from "./foundry.ts";
import type { Command } from "./processes.ts";
import { until } from "./ready.ts";

const DAY = 86_400;

/** How far back a new chain begins, so that the seed can live through its first proposal and its epochs and end at the present. */
const HISTORY_DAYS = 9 + 14;

/** Marks a data directory whose seed is complete. */
export const seededMark = (data: string) => path.join(data, "seeded");

const now = () => Math.floor(Date.now() / 1000);

/**
 * How to run the local chain on its kept state.
 * @throws StackError when the state is gone but what was built on it is not.
 */
function chainCommand(data: string, port: number): Command {
  const state = path.join(data, "chain.json");
  const beginning = path.join(data, "chain-beginning");
  if (!existsSync(state)) {
    if (existsSync(path.join(data, "deployment.json"))) {
      throw new StackError(
        `The chain's state ${state} is missing while the rest of ${data} is there, perhaps because the first start was killed: begin again with npm start -- --fresh.`,
      );
    }
    writeFileSync(beginning, String(now() - HISTORY_DAYS * DAY));
  }
  // Without the same --timestamp at each start, block 0 changes its hash after some reloads.
  const timestamp = readFileSync(beginning, "utf8");
  const funded = ["--accounts", "80"]; // all of lib/chain/localAccounts
  const args = ["--silent", "--host", "127.0.0.1", "--port", String(port), "--timestamp", timestamp];
  const keeping = ["--state", state, "--state-interval", "30"];
  return { file: foundryBinary("anvil"), args: [...args, ...funded, ...keeping], cwd: data, env: {} };
}

export const chainClient = (rpcUrl: string) =>
  createTestClient({ mode: "anvil", chain: foundry, transport: http(rpcUrl), pollingInterval: 50 }).extend(
    publicActions,
  );

/**
 * anvil begins at the time of its genesis: put the clock where it belongs.
 * @param present false while the seed's history is not complete, so that a resumed seed goes on where it stopped.
 */
async function setChainClock(rpcUrl: string, present: boolean): Promise<void> {
  const client = chainClient(rpcUrl);
  const head = Number((await client.getBlock()).timestamp) + 1;
  const time = present ? Math.max(now(), head) : head;
  await client.request({ method: "evm_setTime", params: [time] } as never);
}

export async function startChain({ options, ports, rpcUrl, progress, processes }: Context): Promise<void> {
  processes.start("chain", chainCommand(options.data, ports.chain));
  const head = await until("The chain", () => chainClient(rpcUrl).getBlockNumber(), 60);
  await setChainClock(rpcUrl, !options.seed || existsSync(seededMark(options.data)));
  progress.step("chain", head === 0n ? "ready, new" : `ready at block ${head}`);
}
