import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const OWNER = "owner";

/**
 * A directory below `root` for this process alone, the same after a restart: the first of 1, 2, … that no other living process has. The
 * claim ends with the process, however it ends.
 */
export function claimDirectory(root: string): string {
  for (let number = 1; ; number++) {
    const directory = path.join(root, String(number));
    mkdirSync(directory, { recursive: true });
    if (claim(path.join(directory, OWNER))) return directory;
  }
}

function claim(file: string): boolean {
  for (let isFree = true; isFree; ) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return true;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    isFree = !isAlive(ownerIn(file));
    if (isFree) rmSync(file, { force: true });
  }
  return false;
}

/** 0 when nobody is named: who claimed it died while writing. */
function ownerIn(file: string): number {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch {
    return 0;
  }
}

/** Our own number was an earlier process's, in a container perhaps. */
function isAlive(pid: number): boolean {
  if (!(pid > 0) || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
