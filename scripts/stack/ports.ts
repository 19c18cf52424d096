import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { createServer } from "node:net";
import { StackError } from "./error.ts";

const base = { app: 3000, chain: 8545, indexer: 42069, provider: 4010, postgres: 54329 };

export type Ports = typeof base;

export const portsAt = (offset: number): Ports =>
  Object.fromEntries(Object.entries(base).map(([name, port]) => [name, port + offset])) as Ports;

/** Ports that fetch and browsers refuse to connect to: https://fetch.spec.whatwg.org/#port-blocking. */
const REFUSED = new Set([
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
  111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532,
  540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061,
  6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);
const HIGHEST = 65_535;

const HIGHEST_OFFSET = HIGHEST - Math.max(...Object.values(base));

const takenBy = (offset: number) => Object.entries(portsAt(offset));
// Postgres alone is not spoken to by fetch.
const refused = ([name, port]: [string, number]) => name !== "postgres" && REFUSED.has(port);
const isUsable = (offset: number) => offset <= HIGHEST_OFFSET && !takenBy(offset).some(refused);

/** The next offset that can be recommended instead of one; 0, the usual ports, after the last. */
export function otherOffset(offset: number): number {
  for (let other = offset + 100; other <= HIGHEST_OFFSET; other += 100) if (isUsable(other)) return other;
  return 0;
}

/** Why no stack can run at an offset, in one sentence; null when it can. */
export function problemOfOffset(offset: number): string | null {
  const says = (name: string, port: number) => `--port-offset ${offset} would put ${name} on port ${port}`;
  const beyond = takenBy(offset).find(([, port]) => port > HIGHEST);
  if (beyond) return `${says(...beyond)}, but ports end at ${HIGHEST}: choose ${HIGHEST_OFFSET} or less.`;
  const blocked = takenBy(offset).find(refused);
  if (!blocked) return null;
  return `${says(...blocked)}, which browsers and Node refuse to connect to: choose another, such as ${otherOffset(offset)}.`;
}

/**
 * @param instead the offset to recommend.
 * @throws StackError naming the first port that is taken and, where the system shows it, by whom.
 */
export async function assertPortsFree(ports: Ports, instead: number): Promise<void> {
  for (const [name, port] of Object.entries(ports)) {
    if (await isFree(port)) continue;
    const holder = holderOf(port);
    throw new StackError(
      `Port ${port} (${name}) is taken${holder ? ` by ${holder}` : ""}: stop that program, or start with --port-offset ${instead}.`,
    );
  }
}

export function isFree(port: number): Promise<boolean> {
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
