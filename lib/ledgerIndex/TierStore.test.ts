import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { buildIndex } from "../attribution/index.ts";
import { MANIFEST, TierStore } from "./TierStore.ts";
import { contributionOf, entriesTo } from "./testing/ledger.ts";
import { identityOf } from "./tierManifest.ts";

it("writes only the newest of the moments that came while it was writing", async () => {
  const directory = mkdtempSync(path.join(tmpdir(), "tier-store-"));
  try {
    const said: string[] = [];
    const store = new TierStore(directory, identityOf("0x01"), 1, (line) => said.push(line));
    const written = () => JSON.parse(readFileSync(path.join(directory, MANIFEST), "utf8")).tiers[0].entries.length;
    expect(await store.load([])).toEqual([]);
    const saveTo = (count: number) => {
      const { tiers } = buildIndex(Array.from({ length: count }, (_, i) => contributionOf(i)));
      return store.save(tiers, entriesTo(count));
    };

    const [first, second, third] = [saveTo(1), saveTo(2), saveTo(3)];
    await first;
    await second;
    expect(existing(directory)).toEqual([]);
    await third;
    expect(written()).toBe(3);
    expect(existing(directory)).toHaveLength(1);
    expect(said).toEqual([]);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});

const existing = (directory: string) => readdirSync(directory).filter((name) => name.endsWith(".tier"));
