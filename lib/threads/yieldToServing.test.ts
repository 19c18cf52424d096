import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";

it("lowers the priority of the thread that yields, and of no other", async () => {
  const file = path.join(import.meta.dirname, "testing", "priorities.ts");
  const { stdout } = await promisify(execFile)(process.execPath, [file], { timeout: 30_000 });
  const [yielding, other] = stdout.trim().split(" ").map(Number);
  expect(yielding).toBeGreaterThan(other!);
});
