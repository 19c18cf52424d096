import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { acquireLock } from "./lock.ts";
import { startTimeOf } from "./procfs.ts";

const directory = () => mkdtempSync(path.join(tmpdir(), "lock-"));

test("a second stack on the same data is refused, with pid and remedy", async () => {
  const data = directory();
  const { lock } = await acquireLock(data);
  await expect(acquireLock(data)).rejects.toThrow(new RegExp(`pid ${process.pid}.*--data`));
  lock.release();
  expect(existsSync(path.join(data, "lock.json"))).toBe(false);
});

test("a killed stack's lock is taken over and its children are ended", async () => {
  const data = directory();
  const child = spawn("sleep", ["60"], { detached: true });
  const dead = { name: "stack", pid: 2 ** 22 - 1, startTime: "1" };
  const left = { name: "chain", pid: child.pid!, startTime: startTimeOf(child.pid!) };
  writeFileSync(path.join(data, "lock.json"), JSON.stringify([dead, left]));
  const exited = new Promise((resolve) => child.once("exit", (_, signal) => resolve(signal)));
  const { ended } = await acquireLock(data);
  expect(ended).toEqual(["chain"]);
  expect(await exited).toBe("SIGINT");
});

test("a pid that now belongs to another process is left alone", async () => {
  const data = directory();
  const stranger = { name: "chain", pid: process.pid, startTime: "not ours" };
  writeFileSync(path.join(data, "lock.json"), JSON.stringify([{ ...stranger, name: "stack" }, stranger]));
  const { ended } = await acquireLock(data);
  expect(ended).toEqual([]);
});

test("a lock file cut short by a crash is replaced", async () => {
  const data = directory();
  writeFileSync(path.join(data, "lock.json"), '[{"name":"st');
  await acquireLock(data);
  expect(JSON.parse(readFileSync(path.join(data, "lock.json"), "utf8"))[0].pid).toBe(process.pid);
});
