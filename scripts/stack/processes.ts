import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { StackError } from "./error.ts";
import { groupRuns } from "./procfs.ts";

export interface Command {
  file: string;
  args: string[];
  cwd: string;
  env: Record<string, string | undefined>;
  uid?: number;
  gid?: number;
}

interface Child {
  name: string;
  log: string;
  process: ChildProcess;
}

const PATIENCE_MS = 8000;
const LINES_SHOWN = 12;

/** The stack's long-running children, each in its own process group with its own log, stopped in reverse order. */
export class Processes {
  readonly #logs: string;
  readonly #onStart: (name: string, pid: number) => void;
  readonly #onDeath: (name: string, how: string, lastLines: string) => void;
  readonly #children: Child[] = [];
  #stopping = false;

  constructor(
    logs: string,
    onStart: (name: string, pid: number) => void,
    onDeath: (name: string, how: string, lastLines: string) => void,
  ) {
    mkdirSync(logs, { recursive: true });
    this.#logs = logs;
    this.#onStart = onStart;
    this.#onDeath = onDeath;
  }

  get stopping(): boolean {
    return this.#stopping;
  }

  groups(): Set<number> {
    return new Set(this.#children.map((child) => child.process.pid!));
  }

  start(name: string, command: Command): void {
    const { child, log } = this.#spawn(name, command);
    const died = (how: string) => {
      if (!this.#stopping) this.#onDeath(name, how, lastLines(log));
    };
    child.once("error", (error) => died(`could not start: ${error.message}`));
    child.once("exit", (code, signal) => died(signal ? `was killed by ${signal}` : `ended with code ${code}`));
  }

  /**
   * Runs a command to its end.
   * @param onLine receives its output line by line, as far as it is written to stdout.
   * @throws StackError with its last lines when it fails.
   */
  async run(name: string, command: Command, onLine?: (line: string) => void): Promise<void> {
    const { child, log } = this.#spawn(name, command, onLine);
    const how = await new Promise<string | undefined>((resolve) => {
      child.once("error", (error) => resolve(`could not start: ${error.message}`));
      child.once("close", (code, signal) =>
        resolve(code === 0 ? undefined : signal ? `was killed by ${signal}` : `ended with code ${code}`),
      );
    });
    if (how) throw new StackError(`${name} ${how}. Its last lines:\n${lastLines(log)}`);
  }

  /** The file that a child's output goes to. */
  logOf(name: string): string {
    return path.join(this.#logs, `${name}.log`);
  }

  #spawn(name: string, command: Command, onLine?: (line: string) => void): { child: ChildProcess; log: string } {
    const log = this.logOf(name);
    const output = openSync(log, "w");
    const { file, args, env, ...options } = command;
    const child: ChildProcess = spawn(file, args, {
      ...options,
      env: env as NodeJS.ProcessEnv,
      stdio: ["ignore", onLine ? "pipe" : output, output],
      detached: true,
    });
    closeSync(output);
    if (child.stdout && onLine) createInterface(child.stdout).on("line", onLine);
    this.#children.push({ name, log, process: child });
    if (child.pid) this.#onStart(name, child.pid);
    return { child, log };
  }

  /** Asks each child to end, newest first, and kills those that have not after 8 s. @returns names of the killed. */
  async stop(): Promise<string[]> {
    this.#stopping = true;
    const killed: string[] = [];
    for (const { name, process: child } of [...this.#children].reverse()) {
      signalGroup(child, "SIGINT");
      const deadline = Date.now() + PATIENCE_MS;
      while (groupIsAlive(child) && Date.now() < deadline) await sleep(30);
      if (!groupIsAlive(child)) continue;
      signalGroup(child, "SIGKILL");
      killed.push(name);
    }
    return killed;
  }

  kill(): void {
    this.#stopping = true;
    for (const { process: child } of this.#children) signalGroup(child, "SIGKILL");
  }
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals | 0): boolean {
  try {
    return child.pid !== undefined && process.kill(-child.pid, signal);
  } catch {
    return false; // the group is gone
  }
}

const groupIsAlive = (child: ChildProcess) => signalGroup(child, 0) && (groupRuns(child.pid!) ?? true);

/** The end of a log, and where the rest is. */
function lastLines(log: string): string {
  const lines = readFileSync(log, "utf8").trimEnd().split("\n");
  return [...lines.slice(-LINES_SHOWN), `(${log})`].join("\n");
}
