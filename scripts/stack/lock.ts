import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StackError } from "./error.ts";
import { startTimeOf } from "./procfs.ts";

interface Identity {
  name: string;
  pid: number;
  startTime: string | undefined;
}

export const LOCK_FILE = "lock.json";

/** One stack per data directory. Also remembers the children, so that the next start can end those a killed stack left behind. */
export interface Lock {
  remember(name: string, pid: number): void;
  release(): void;
}

/**
 * @returns the lock, and the names of processes of a killed stack that had to be ended first.
 * @throws StackError when another stack runs on the directory.
 */
export async function acquireLock(data: string): Promise<{ lock: Lock; ended: string[] }> {
  mkdirSync(data, { recursive: true });
  const file = path.join(data, LOCK_FILE);
  const ended = await endLeftovers(file, data);
  const entries: Identity[] = [identify("stack", process.pid)];
  try {
    write(file, entries, "wx");
  } catch {
    throw new StackError(`Another stack has just started on ${data}: wait for it, or choose another --data DIR.`);
  }
  return {
    ended,
    lock: {
      remember: (name, pid) => {
        entries.push(identify(name, pid));
        write(file, entries, "w");
      },
      release: () => rmSync(file, { force: true }),
    },
  };
}

const identify = (name: string, pid: number): Identity => ({ name, pid, startTime: startTimeOf(pid) });

const write = (file: string, entries: Identity[], flag: "w" | "wx") =>
  writeFileSync(file, JSON.stringify(entries), { flag });

async function endLeftovers(file: string, data: string): Promise<string[]> {
  const [stack, ...children] = read(file);
  if (!stack) return [];
  if (isAlive(stack)) {
    throw new StackError(
      `Another stack (pid ${stack.pid}) already runs on ${data}: stop it with Ctrl-C, or start this one with --data DIR --port-offset 100.`,
    );
  }
  const left = children.reverse().filter(isAlive);
  for (const child of left) await end(child);
  rmSync(file, { force: true });
  return left.map((child) => child.name);
}

function read(file: string): Identity[] {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    rmSync(file, { force: true }); // absent, or cut short by a crash: either way nobody holds it
    return [];
  }
}

function isAlive({ pid, startTime }: Identity): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return startTimeOf(pid) === startTime; // otherwise the number went to another process
}

async function end(child: Identity): Promise<void> {
  process.kill(-child.pid, "SIGINT");
  const deadline = Date.now() + 8000;
  while (isAlive(child) && Date.now() < deadline) await sleep(50);
  if (isAlive(child)) process.kill(-child.pid, "SIGKILL");
}
