import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setImmediate as breathe } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildIndex, buildTier, GrowingIndex, mergeSources, type Tier } from "../attribution/index.ts";
import { MANIFEST, TierStore } from "./TierStore.ts";
import { bytesOf, contributionOf, entriesTo } from "./testing/ledger.ts";
import { identityOf } from "./tierManifest.ts";

let root: string;
let said: string[];
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "tier-store-"));
  said = [];
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const storeIn = (name: string) =>
  new TierStore(path.join(root, name), identityOf("0x01"), 1, (line) => said.push(line));
const tierFilesIn = (name: string) => readdirSync(path.join(root, name)).filter((file) => file.endsWith(".tier"));
const manifestOf = (name: string) => path.join(root, name, MANIFEST);
const namedIn = (name: string) => JSON.parse(readFileSync(manifestOf(name), "utf8")).tiers;

const reread = async (name: string) => (await storeIn(name).load(entriesTo(2))).map(bytesOf);

/** One tier of so many contributions. */
const tierOf = (count: number) => buildIndex(Array.from({ length: count }, (_, i) => contributionOf(i))).tiers;
async function twoTiers(): Promise<readonly Tier[]> {
  const index = new GrowingIndex({
    breathe,
    build: async (sources, removed) => buildTier(mergeSources(sources, removed)),
  });
  for (const i of [0, 1]) await index.add(contributionOf(i));
  return index.tiers;
}

describe("TierStore", () => {
  it("writes only the newest of the moments that came while it was writing", async () => {
    const store = storeIn("a");
    expect(await store.load([])).toEqual([]);
    const saveTo = (count: number) => store.save(tierOf(count), entriesTo(count));

    const [first, second, third] = [saveTo(1), saveTo(2), saveTo(3)];
    await first;
    await second;
    expect(tierFilesIn("a")).toEqual([]);
    await third;
    expect(namedIn("a")[0].entries).toHaveLength(3);
    expect(tierFilesIn("a")).toHaveLength(1);
    expect(said).toEqual([]);
  });

  it("writes the manifest that it could not write before", async () => {
    const store = storeIn("a");
    await store.load([]);
    const tiers = tierOf(2);
    mkdirSync(manifestOf("a"));
    await expect(store.save(tiers, entriesTo(2))).rejects.toThrow();
    rmdirSync(manifestOf("a"));
    await store.save(tiers, entriesTo(2));
    expect(await reread("a")).toEqual(tiers.map(bytesOf));
    expect(said).toEqual([]);
  });

  it("says and does without what is a directory in a file's place", async () => {
    const store = storeIn("a");
    await store.load([]);
    await store.save(tierOf(2), entriesTo(2));
    const [file] = tierFilesIn("a");
    rmSync(path.join(root, "a", file!));
    mkdirSync(path.join(root, "a", file!));
    expect(await reread("a")).toEqual([]);
    expect(tierFilesIn("a")).toEqual([]);
    rmSync(manifestOf("a"));
    mkdirSync(manifestOf("a"));
    expect(await reread("a")).toEqual([]);
    expect(said.map((line) => line.split(";")[0])).toEqual([
      `index: ${file} is no file`,
      "index: its manifest is no file",
    ]);
  });

  it("writes nothing when the tiers are those that it wrote last", async () => {
    const store = storeIn("a");
    await store.load([]);
    await store.save(tierOf(1), entriesTo(1));
    const tiers = tierOf(2);
    await store.save(tiers, entriesTo(2));
    const { ino } = statSync(manifestOf("a"));
    await store.save([...tiers], entriesTo(2));
    expect(statSync(manifestOf("a")).ino).toBe(ino);
  });

  it("names the files that it took over, and writes those that were gone", async () => {
    const [one, other, late] = [storeIn("a"), storeIn("b"), storeIn("c")];
    const tiers = tierOf(2);
    await one.load([]);
    await one.save(tiers, entriesTo(2));
    await other.adopt(one, tiers);
    await other.save(tiers, entriesTo(2));
    expect(tierFilesIn("b")).toEqual(tierFilesIn("a"));

    rmSync(path.join(root, "a"), { recursive: true });
    await late.adopt(one, tiers);
    await late.save(tiers, entriesTo(2));
    for (const name of ["b", "c"]) expect(await reread(name), name).toEqual(tiers.map(bytesOf));
    expect(said).toEqual([]);
  });

  it("does not take one tier for another", async () => {
    const store = storeIn("a");
    await store.load([]);
    await store.save(await twoTiers(), entriesTo(2));
    const manifest = JSON.parse(readFileSync(manifestOf("a"), "utf8"));
    const [first, second] = manifest.tiers;
    [first.file, second.file] = [second.file, first.file];
    writeFileSync(manifestOf("a"), JSON.stringify(manifest));
    expect(await storeIn("a").load(entriesTo(2))).toEqual([]);
    expect(said).toEqual([expect.stringMatching(/covers other contributions than the manifest says/)]);
    expect(tierFilesIn("a")).toEqual([]);
  });

  it.each([0, 1])("deletes nothing when tier %i cannot be read now", async (place) => {
    const store = storeIn("a");
    await store.load([]);
    const tiers = await twoTiers();
    await store.save(tiers, entriesTo(2));
    const files = tierFilesIn("a");
    const unreadable = path.join(root, "a", namedIn("a")[place].file);
    renameSync(unreadable, path.join(root, "whole"));
    symlinkSync(unreadable, unreadable);
    await expect(storeIn("a").load(entriesTo(2))).rejects.toThrow("ELOOP");
    expect(tierFilesIn("a")).toEqual(files);
    renameSync(path.join(root, "whole"), unreadable);
    expect(await reread("a")).toEqual(tiers.map(bytesOf));
    expect(said).toEqual([]);
  });
});
