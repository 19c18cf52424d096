import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { Processes } from "./processes.ts";
import { groupRuns } from "./procfs.ts";

const node = (script: string) => ({
  file: process.execPath,
  args: ["-e", script],
  cwd: tmpdir(),
  env: {},
});
const logs = () => mkdtempSync(path.join(tmpdir(), "logs-"));

test("a child that dies is reported with its code, its last lines and where its log is", async () => {
  const directory = logs();
  const report = await new Promise<string[]>((resolve) => {
    const processes = new Processes(
      directory,
      () => {},
      (...death) => resolve(death),
    );
    processes.start("worker", node("console.log('no database'); process.exit(3)"));
  });
  expect(report).toEqual(["worker", "ended with code 3", `no database\n(${directory}/worker.log)`]);
});

test("a command that fails is an error with its last lines", async () => {
  const directory = logs();
  const processes = new Processes(
    directory,
    () => {},
    () => {},
  );
  const lines: string[] = [];
  const run = processes.run(
    "seed",
    node("console.log('step one'); console.error('no money'); process.exit(1)"),
    (line) => lines.push(line),
  );
  await expect(run).rejects.toThrow(`seed ended with code 1. Its last lines:\nno money\n(${directory}/seed.log)`);
  expect(lines).toEqual(["step one"]);
});

test("a command that is stopped midway has failed too: what it should have made is not there", async () => {
  const processes = new Processes(
    logs(),
    () => {},
    () => {},
  );
  const run = processes.run("build", node("setInterval(() => {}, 1000)"));
  const outcome = expect(run).rejects.toThrow("build was killed by SIGINT");
  await processes.stop();
  await outcome;
});

test("stopping ends the newest first, takes grandchildren along and reports no death", async () => {
  const deaths: string[] = [];
  const started = new Map<string, number>();
  const processes = new Processes(
    logs(),
    (name, pid) => started.set(name, pid),
    (name) => deaths.push(name),
  );
  processes.start("first", node("setInterval(() => {}, 1000)"));
  const spawns = "require('child_process').spawn('sleep', ['60']).on('spawn', () => console.log('spawned'))";
  processes.start("second", node(`${spawns}; setInterval(() => {}, 1000)`));
  await expect.poll(() => readFileSync(processes.logOf("second"), "utf8")).toBe("spawned\n");
  expect(await processes.stop()).toEqual([]);
  for (const pid of started.values()) {
    if (groupRuns(pid) !== false) expect(() => process.kill(-pid, 0)).toThrow();
  }
  expect(deaths).toEqual([]);
});
