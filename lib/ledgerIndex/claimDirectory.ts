import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * A directory below `root` for this process alone, the same after a restart: the first of 1, 2, … that no other living process has. The
 * claim ends with the process, however it ends.
 */
export function claimDirectory(root: string): string {
  for (let number = 1; ; number++) {
    const directory = path.join(root, String(number));
    mkdirSync(directory, { recursive: true });
    if (claim(directory)) return directory;
  }
}

const ownerFile = (directory: string, turn: number) => path.join(directory, `owner.${turn}`);

/**
 * Claims are numbered, and the newest one holds: a dead one is not removed but followed, so that of several who see it dead one alone
 * comes next. A claim is linked into place whole: nobody reads half of one.
 */
function claim(directory: string): boolean {
  const own = path.join(directory, `claim.${randomUUID()}`);
  writeFileSync(own, String(process.pid));
  try {
    for (;;) {
      const newest = turnsIn(directory).at(-1) ?? 0;
      if (newest > 0 && isAlive(ownerIn(ownerFile(directory, newest)))) return false;
      const next = ownerFile(directory, newest + 1);
      if (!link(own, next)) continue;
      const turns = turnsIn(directory);
      if (turns.at(-1) === newest + 1) {
        // The one before stays: whoever lists the directory meanwhile sees one of the two.
        for (const turn of turns) if (turn < newest) rmSync(ownerFile(directory, turn), { force: true });
        return true;
      }
      rmSync(next, { force: true }); // others had come and gone by this number
    }
  } finally {
    rmSync(own, { force: true });
  }
}

function turnsIn(directory: string): number[] {
  const turns = readdirSync(directory).map((name) => Number(/^owner\.(\d+)$/.exec(name)?.[1] ?? 0));
  return turns.filter((turn) => turn > 0).sort((a, b) => a - b);
}

/** @returns whether the name was free */
function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** 0 when nobody is named: the disk lost the text, or the claim was followed meanwhile. */
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
