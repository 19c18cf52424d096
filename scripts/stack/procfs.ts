import { readdirSync, readFileSync } from "node:fs";

// What Linux tells about processes. Elsewhere the answers are empty, and callers do with less.

/** Clock ticks between boot and the process's start: with its pid, names one process for ever. Undefined when it has ended. */
export function startTimeOf(pid: number): string | undefined {
  const stat = statOf(pid);
  return stat && runs(stat) ? stat[19] : undefined;
}

/**
 * Whether a process of the group still runs. In many containers process 1 takes no notice of orphans that have ended: they can be
 * signalled for ever. Undefined where nothing tells.
 */
export function groupRuns(group: number): boolean | undefined {
  const all = pids();
  if (all.length === 0) return undefined;
  return all.some((pid) => {
    const stat = statOf(pid);
    return Number(stat?.[2]) === group && runs(stat!);
  });
}

const runs = ([state]: string[]) => state !== "Z" && state !== "X";

/** Memory of all processes in the given process groups, in bytes; shared pages are counted once. */
export function memoryOf(groups: Set<number>): number {
  let total = 0;
  for (const entry of pids()) {
    const group = Number(statOf(entry)?.[2]);
    if (groups.has(group)) total += proportionalSize(entry);
  }
  return total;
}

function pids(): number[] {
  try {
    return readdirSync("/proc").map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** Fields of /proc/<pid>/stat from the third (state) on: the second may hold spaces. */
function statOf(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}

function proportionalSize(pid: number): number {
  try {
    const kib = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"));
    return kib ? Number(kib[1]) * 1024 : 0;
  } catch {
    return 0;
  }
}
