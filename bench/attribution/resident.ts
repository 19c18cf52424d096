// Loads a persisted index in a process of its own and prints what it takes: node bench/attribution/resident.ts DIRECTORY COUNT
import { attribute, parseBits } from "../../lib/attribution/index.ts";
import { BuilderPool, openLedgerIndex } from "../../lib/ledgerIndex/index.ts";

const [directory, count] = process.argv.slice(2) as [string, string];
const before = process.memoryUsage().rss;
const started = performance.now();
const entries = Array.from({ length: Number(count) }, (_, i) => ({ key: String(i), kind: "paid" as const }));
const { index } = await openLedgerIndex(entries, {
  directory,
  bits: "bench",
  pool: new BuilderPool(1),
  textsOf: async (_, from) => {
    throw new Error(`contribution ${from} is not on disk`);
  },
  say: (line) => {
    throw new Error(line);
  },
});
const loadMs = performance.now() - started;
attribute(index, "what this process answers first", parseBits(""));
console.log(JSON.stringify({ loadMs, rss: process.memoryUsage().rss, before }));
