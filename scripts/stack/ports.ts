import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { createServer } from "node:net";
import { StackError } from "./error.ts";

const base = { app: 3000, chain: 8545, indexer: 42069, provider: 4010, postgres: 54329 };

export type Ports = typeof base;

export const portsAt = (offset: number): Ports =>
  Object.fromEntries(Object.entries(base).map(([name, port]) => [name, port + offset])) as Ports;

/**
 * @param otherOffset what to recommend instead.
 * @throws StackError naming the first port that is taken and, where the system shows it, by whom.
 */
export async function assertPortsFree(ports: Ports, otherOffset: number): Promise<void> {
  for (const [name, port] of Object.entries(ports)) {
    if (await isFree(port)) continue;
    const holder = holderOf(port);
    throw new StackError(
      `Port ${port} (${name}) is taken${holder ? ` by ${holder}` : ""}: stop that program, or start with --port-offset ${otherOffset}.`,
    );
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

/** Program and pid that listen on a port, read from /proc; undefined on other systems or without the right to see it. */
function holderOf(port: number): string | undefined {
  try {
    const hex = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
    const listening = "0A";
    const inodes = ["/proc/net/tcp", "/proc/net/tcp6"]
      .flatMap((file) => readFileSync(file, "utf8").split("\n"))
      .map((line) => line.trim().split(/\s+/))
      .filter((columns) => columns[1]?.endsWith(hex) && columns[3] === listening)
      .map((columns) => `socket:[${columns[9]}]`);
    for (const pid of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
      if (ownsSocket(pid, inodes)) return `${programOf(pid)} (pid ${pid})`;
    }
  } catch {
    return undefined;
  }
}

/** The first word: some programs put more into their name, such as a version. */
const programOf = (pid: string) => readFileSync(`/proc/${pid}/comm`, "utf8").trim().split(" ")[0];

function ownsSocket(pid: string, inodes: string[]): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => inodes.includes(readlinkSync(`/proc/${pid}/fd/${fd}`)));
  } catch {
    return false; // the process ended, or is not ours to look at
  }
}
