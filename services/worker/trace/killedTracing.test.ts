import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import {
  answerHash,
  attribute,
  buildIndex,
  ledgerRoot,
  parseBits,
  resultHash,
} from "../../../lib/attribution/index.ts";
import { ledgerOf } from "../../../lib/db/ledgers.ts";
import { answerOver, contributionOf } from "../../../lib/ledgerIndex/testing/ledger.ts";
import { createFileStore } from "../../../lib/storage/fileStore.ts";
import { type LocalStack, startLocalStack } from "../testing/localStack.ts";

const CONTRIBUTIONS = 60;
/** Accepted after all others, though it was committed early. */
const LATE = 21;
/** How many contributions each version of the model learned from; the last has the late one too. */
const VERSIONS = [40, 44, 48, 52, 56, 60, 60];
const answer = answerOver(CONTRIBUTIONS);
const bits = parseBits("");

let stack: LocalStack;
const expected: string[] = [];

// Datanet 2 gets contribution i accepted in block i, and a version with each of the model's.
beforeAll(async () => {
  stack = await startLocalStack({ chain: false });
  const { sql } = stack;
  const store = createFileStore(path.join(stack.directory, "store"));
  await sql`insert into indexer.asset (id, kind) values (1, 0), (2, 0), (9, 1)`;
  for (let id = 1; id <= CONTRIBUTIONS; id++) {
    const { cid } = await store.put(new TextEncoder().encode(contributionOf(id - 1).text));
    const [root, uri] = [`0x${String(id).padStart(64, "0")}`, `ipfs://${id}`];
    await sql`insert into indexer.contribution (id, datanet, contributor, status, root, uri, finalized_block, finalized_log_index)
      values (${id}, 2, ${`0x${"1".repeat(40)}`}, 'accepted', ${root}, ${uri}, ${id === LATE ? 500 : id}, 0)`;
    await sql`insert into worker.content values (${id}, 'A text', 'text/plain', ${cid}, 1, 1, 0, null, ${uri}, ${root})`;
  }
  for (const [i, last] of VERSIONS.entries()) {
    const block = i === VERSIONS.length - 1 ? 501 : last;
    for (const [asset, log] of [
      [2, 1],
      [9, 2],
    ] as const) {
      await sql`insert into indexer.asset_version (asset_id, version, parents, block, log_index)
        values (${asset}, ${i + 1}, ${sql.array(asset === 9 ? ["2"] : [])}::numeric[], ${block}, ${log})`;
    }
    const items = await ledgerOf(sql, 9n, i + 1);
    expect(items).toHaveLength(last === 60 && block === 501 ? 60 : last - 1);
    const texts = items.map(({ id, kind }) => ({ kind, text: contributionOf(Number(id) - 1).text }));
    const result = attribute(buildIndex(texts), answer, bits);
    expect(result.rows.length).toBeGreaterThan(20);
    const hashes = { bitsHash: bits.hash, ledgerRoot: ledgerRoot(items), answerHash: answerHash(answer) };
    expected.push(`version ${i + 1}: ${resultHash({ ...result, ...hashes })}`);
  }
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

it("traces the same after kill −9 of its process, also while tiers are merged and written", async () => {
  const all = VERSIONS.map((_, i) => i + 1);
  // Killed at once when a file is half written, or some time after a version was traced, while merges go on behind.
  const moments: [RegExp, number][] = [
    [/\.part/, 0],
    [/version 2:/, 30],
    [/version 5:/, 60],
    [/version 7:/, 5],
  ];
  for (const [moment, delayMs] of moments) await trace(all, moment, delayMs);
  const lines = await trace([...all].reverse());
  expect(lines.filter((line) => line.startsWith("version"))).toEqual([...expected].reverse());
  const whole = await trace(all);
  expect(whole.filter((line) => line.startsWith("version"))).toEqual(expected);
  expect(whole.filter((line) => line.startsWith("index:"))).toEqual([]);
});

/** Runs a process that traces versions and kills it at a moment seen in its output or among its files. @returns what it said */
function trace(versions: readonly number[], moment?: RegExp, delayMs = 0): Promise<string[]> {
  const index = path.join(stack.directory, "index");
  const args = [stack.databaseUrl, index, path.join(stack.directory, "store"), answer, ...versions.map(String)];
  const script = path.join(import.meta.dirname, "../testing/traceVersions.ts");
  const child = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.on("data", (data) => {
    output += data;
  });
  const files = () => (existsSync(index) ? readdirSync(index, { recursive: true }).join("\n") : "");
  const watch = setInterval(() => {
    if (!moment?.test(`${output}\n${files()}`)) return;
    clearInterval(watch);
    setTimeout(() => child.kill("SIGKILL"), delayMs);
  }, 5);
  return new Promise((resolve) => {
    child.on("close", () => {
      clearInterval(watch);
      const lines = output.split("\n").slice(0, -1);
      for (const line of lines.filter((line) => line.startsWith("version"))) expect(expected).toContain(line);
      resolve(lines);
    });
  });
}
