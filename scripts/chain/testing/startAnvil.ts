import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { foundryBinary } from "../../stack/foundry.ts";

/** A chain of its own on a free port, for tests. @param args more of anvil's */
export async function startAnvil(...args: string[]): Promise<{ rpcUrl: string; stop(): Promise<void> }> {
  const anvil = spawn(foundryBinary("anvil"), ["--port", "0", "--host", "127.0.0.1", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const stop = async () => {
    anvil.kill("SIGINT");
    if (anvil.exitCode === null) await once(anvil, "exit");
  };
  for await (const line of createInterface({ input: anvil.stdout! })) {
    const address = /Listening on (127\.0\.0\.1:\d+)/.exec(line)?.[1];
    if (!address) continue;
    anvil.stdout!.resume();
    return { rpcUrl: `http://${address}`, stop };
  }
  throw new Error("anvil ended before it listened.");
}
