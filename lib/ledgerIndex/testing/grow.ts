// Grows the index in the directory given, one contribution at a time, and says each; for the test that kills it.
import { BuilderPool } from "../BuilderPool.ts";
import { openLedgerIndex } from "../openLedgerIndex.ts";
import { entriesTo, textsOf } from "./ledger.ts";

const [directory, from, to] = process.argv.slice(2) as [string, string, string];
const ledger = await openLedgerIndex(entriesTo(Number(from)), {
  directory,
  textsOf,
  bits: "0x01",
  pool: new BuilderPool(1),
  say: (line) => process.stdout.write(`${line}\n`),
  flushWords: 8000,
});
for (let count = Number(from) + 1; count <= Number(to); count++) {
  await ledger.extend(entriesTo(count));
  process.stdout.write(`grown to ${count}\n`);
}
await ledger.settled();
process.stdout.write("settled\n");
