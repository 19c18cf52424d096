import type { Options } from "./options.ts";
import type { Ports } from "./ports.ts";
import type { Command, Processes } from "./processes.ts";
import type { Progress } from "./progress.ts";

/** What every step of a start needs. */
export interface Context {
  /** The repository. */
  root: string;
  options: Options;
  ports: Ports;
  rpcUrl: string;
  appUrl: string;
  env: Record<string, string | undefined>;
  progress: Progress;
  processes: Processes;
}

/** Runs by the node that runs us: the system's may be too old for TypeScript. */
export const nodeCommand = ({ root, env }: Context, ...args: string[]): Command => ({
  file: process.execPath,
  args,
  cwd: root,
  env,
});
