import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const FILE = path.join(import.meta.dirname, "testing", "priorities.ts");

it.each([0, 15])(
  "lowers the priority of the thread that yields, of no other, and raises none: nice %i",
  async (nice) => {
    const args = ["-n", String(nice), process.execPath, FILE];
    const { stdout } = await promisify(execFile)("nice", args, { timeout: 120_000 });
    const [yielding, other] = stdout.trim().split(" ").map(Number);
    expect(other).toBeGreaterThanOrEqual(nice);
    expect(yielding).toBe(process.platform === "linux" ? Math.max(other!, 10) : other);
  },
);
