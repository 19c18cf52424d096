import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { wordsOf } from "../../lib/attribution/index.ts";
import { BuilderPool, openLedgerIndex } from "../../lib/ledgerIndex/index.ts";
import type { Corpus } from "./corpus.ts";
import { round } from "./quantiles.ts";

/** Bytes on disk (which are the bytes in memory) and what a process that loads them takes. */
export async function measureMemory({ contributions, bytes }: Corpus) {
  const directory = mkdtempSync(path.join(tmpdir(), "bench-index-"));
  const pool = new BuilderPool(2);
  try {
    const ledger = await openLedgerIndex(
      contributions.map((_, i) => ({ key: String(i), kind: "paid" as const })),
      {
        ...{ directory, pool, bits: "bench", say: (line: string) => console.log(line), flushWords: 1 },
        textsOf: async (_, from, to) => contributions.slice(from, to).map(({ text }) => text),
      },
    );
    await ledger.settled();
    const indexBytes = ledger.index.tiers.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
    const words = wordsOf(ledger.index);
    const script = path.join(import.meta.dirname, "resident.ts");
    const child = JSON.parse(
      execFileSync(process.execPath, [script, directory, String(contributions.length)], { encoding: "utf8" }),
    ) as { loadMs: number; rss: number; before: number };
    return {
      tiers: ledger.index.tiers.length,
      words,
      bytesPerByte: round(indexBytes / bytes),
      bytesPerWord: round(indexBytes / words),
      textBytesPerWord: round(bytes / words),
      loadMs: round(child.loadMs),
      residentMB: round(child.rss / 1e6),
      processMB: round(child.before / 1e6),
      residentPerIndexByte: round((child.rss - child.before) / indexBytes),
    };
  } finally {
    await pool.close();
    rmSync(directory, { recursive: true, force: true });
  }
}
