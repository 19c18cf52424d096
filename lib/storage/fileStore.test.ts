import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { BadCidError, BlobCorruptError, BlobNotFoundError } from "./errors.ts";
import { createFileStore, type Store } from "./fileStore.ts";

let directory: string;
let store: Store;
const bytes = (text: string) => new TextEncoder().encode(text);
const fileOf = (cid: string) => path.join(directory, cid.slice(-2), cid);

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "store-"));
  store = createFileStore(directory);
});
afterEach(() => rm(directory, { recursive: true }));

test("names bytes by CIDv1 raw sha-256 and gives them back", async () => {
  // Published example: `printf hello | ipfs add --cid-version 1 --raw-leaves` prints this.
  const { cid, bytes: size } = await store.put(bytes("hello"));
  expect(cid).toBe("bafkreibm6jg3ux5qumhcn2b3flc3tyu6dmlb4xa7u5bf44yegnrjhc4yeq");
  expect(size).toBe(5);
  expect(new TextDecoder().decode(await store.get(cid))).toBe("hello");
  expect(await store.has(cid)).toBe(true);
});

test("leaves one file when many put the same at once", async () => {
  const results = await Promise.all(Array.from({ length: 20 }, () => store.put(bytes("same"))));
  const { cid } = results[0]!;
  expect(new Set(results.map((result) => result.cid)).size).toBe(1);
  expect(await readdir(path.dirname(fileOf(cid)))).toEqual([cid]);
});

test("says so when a file was damaged, and a new put repairs it", async () => {
  const { cid } = await store.put(bytes("licence"));
  await writeFile(fileOf(cid), "licenze");
  await expect(store.get(cid)).rejects.toThrow(BlobCorruptError);
  await store.put(bytes("licence"));
  expect(new TextDecoder().decode(await store.get(cid))).toBe("licence");
});

test("does not know what nobody put", async () => {
  const absent = "bafkreibm6jg3ux5qumhcn2b3flc3tyu6dmlb4xa7u5bf44yegnrjhc4yeq";
  expect(await store.has(absent)).toBe(false);
  await expect(store.get(absent)).rejects.toThrow(BlobNotFoundError);
});

test.each([
  "../../../../etc/passwd",
  "..",
  "",
  "/etc/passwd",
  `${"../".repeat(19)}aa`,
  "QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG", // CIDv0
  "BAFKREIBM6JG3UX5QUMHCN2B3FLC3TYU6DMLB4XA7U5BF44YEGNRJHC4YEQ", // another spelling of a good one
  "bafybeibm6jg3ux5qumhcn2b3flc3tyu6dmlb4xa7u5bf44yegnrjhc4yeq", // dag-pb
  `bafkrei${"a".repeat(1_000_000)}`,
])("refuses what is no CID before it becomes a path: %.80s", async (text) => {
  await expect(store.get(text)).rejects.toThrow(BadCidError);
  await expect(store.has(text)).rejects.toThrow(BadCidError);
});
