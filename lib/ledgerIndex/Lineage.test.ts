import { mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setImmediate as breathe } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { BuilderPool } from "./BuilderPool.ts";
import { Lineage } from "./Lineage.ts";
import type { LedgerIndexOptions } from "./openLedgerIndex.ts";
import { MANIFEST } from "./TierStore.ts";
import { entriesTo } from "./testing/ledger.ts";

let directory: string;
const pool = new BuilderPool(1);
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), "lineage-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const textsOf: LedgerIndexOptions["textsOf"] = async (_, from, to) => Array.from({ length: to - from }, () => "a word");
const options = (): LedgerIndexOptions => ({ directory, pool, textsOf, bits: "0x01", flushWords: 1, say: () => {} });

it("answers for a ledger when all of it is searchable, not when it is about to be", async () => {
  const asked = Promise.withResolvers<void>();
  const goesOn = Promise.withResolvers<void>();
  const lineage = new Lineage(
    {
      ...options(),
      async textsOf(entries, from, to) {
        if (from > 0) {
          asked.resolve();
          await goesOn.promise;
        }
        return textsOf(entries, from, to);
      },
    },
    entriesTo(3),
  );
  await lineage.indexOf(entriesTo(3));
  const lengthOf = async (count: number) => (await lineage.indexOf(entriesTo(count)))?.kinds.length;
  const extending = lengthOf(6);
  await asked.promise;
  const meanwhile = lengthOf(6);
  expect(await lengthOf(2)).toBe(3);
  await breathe();
  goesOn.resolve();
  expect(await Promise.all([extending, meanwhile])).toEqual([6, 6]);
});

it("is asleep what its directory holds, or was when that cannot be read now", async () => {
  const lineage = new Lineage(options(), entriesTo(3));
  const manifest = path.join(directory, MANIFEST);
  await lineage.indexOf(entriesTo(3));
  await lineage.settled();
  renameSync(manifest, `${manifest}.whole`);
  symlinkSync(MANIFEST, manifest);
  await lineage.sleep();
  expect(lineage.isAwake).toBe(false);
  expect(lineage.entries).toEqual(entriesTo(3));
  rmSync(manifest);
  writeFileSync(manifest, "{");
  await lineage.sleep();
  expect(lineage.entries).toEqual([]);
});
