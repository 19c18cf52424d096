import { statfsSync } from "node:fs";
import { StackError } from "./error.ts";

const NEEDED = 2 * 1024 ** 3;

/** @throws StackError when less than 2 GB is left where the data goes. */
export function assertDiskSpace(directory: string): void {
  const { bavail, bsize } = statfsSync(directory);
  const free = bavail * bsize;
  if (free >= NEEDED) return;
  throw new StackError(
    `Only ${(free / 1024 ** 3).toFixed(1)} GB is free at ${directory}, and the stack needs 2 GB for its database, chain and build: free some space, or choose another place with --data DIR.`,
  );
}
