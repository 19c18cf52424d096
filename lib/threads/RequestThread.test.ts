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

it("starts another at once when it dies of an error, and ends once", async () => {
  ends = 0;
  await expect(thread.ask("crash")).rejects.toThrow("crashed");
  expect(await thread.ask("again")).toBe("again");
  expect(ends).toBe(1);
});

it("takes a thread whose answer cannot be read for a dead one", async () => {
  ends = 0;
  const asked = [thread.ask("be unreadable"), thread.ask("after")];
  for (const answer of asked) await expect(answer).rejects.toThrow("call stack");
  expect(thread.waiting).toBe(0);
  expect(await thread.ask("again")).toBe("again");
  expect(ends).toBe(1);
});

it("keeps the process alive while it is asked, and not when idle", async () => {
  expect(await run("askOnce.ts")).toBe("once");
});

it("leaves nothing behind that keeps the process alive when a request or its answer cannot cross", async () => {
  expect(await run("askInVain.ts")).toBe("DataCloneError, 0 waiting");
  expect(await run("askInVain.ts", "be unreadable")).toBe("RangeError, 0 waiting");
});

/** What a process prints that ends by itself. */
async function run(name: string, ...args: string[]): Promise<string> {
  const script = path.join(TESTING, name);
  return (await promisify(execFile)(process.execPath, [script, ...args], { timeout: 120_000 })).stdout;
}
