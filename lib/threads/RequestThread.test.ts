import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { afterEach, expect, it } from "vitest";
import { RequestThread } from "./RequestThread.ts";

const TESTING = path.join(import.meta.dirname, "testing");
const lines: string[] = [];
let ends = 0;
const thread = new RequestThread<string, string>({
  file: path.join(TESTING, "echoThread.ts"),
  say: (line) => lines.push(line),
  onEnd: () => ends++,
});
afterEach(() => thread.close());

it("answers each request, tells the log what the thread says, and throws what the thread throws", async () => {
  expect(await Promise.all([thread.ask("a"), thread.ask("b")])).toEqual(["a", "b"]);
  await expect(thread.ask("throw")).rejects.toThrow("told to");
  expect(lines).toEqual(["asked a", "asked b", "asked throw"]);
  expect(thread.waiting).toBe(0);
});

it("rejects what waits when the thread dies, says that it died, and starts another with the next request", async () => {
  ends = 0;
  const asked = [thread.ask("die"), thread.ask("after")];
  expect(thread.waiting).toBe(2);
  for (const answer of asked) await expect(answer).rejects.toThrow("echoThread.ts ended with code 3");
  expect(ends).toBe(1);
  expect(await thread.ask("again")).toBe("again");
});

it("keeps the process alive while it is asked, and not when idle", async () => {
  const run = promisify(execFile)(process.execPath, [path.join(TESTING, "askOnce.ts")], { timeout: 30_000 });
  expect((await run).stdout).toBe("once");
});
