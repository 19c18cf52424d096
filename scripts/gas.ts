// npm run gas
// Measures anew, compares with contracts/test/snapshots to the unit, prints each row beside its ceiling and the design's, and exits 1 above one.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ROWS } from "./gas/ceilings.ts";
import { figures, type Snapshots, table } from "./gas/report.ts";
import { foundryBinary } from "./stack/foundry.ts";

const ROOT = path.resolve(import.meta.dirname, "..");
const SNAPSHOTS = path.join(ROOT, "contracts/test/snapshots");

function measure(): number {
  const args = ["test", "--match-path", "contracts/test/gas/*"];
  const { status, stdout } = spawnSync(foundryBinary("forge"), args, { cwd: ROOT, encoding: "utf8" });
  if (status !== 0) console.log(stdout);
  return status ?? 1;
}

function readSnapshots(): Snapshots {
  const files = readdirSync(SNAPSHOTS).map((file) => [
    path.parse(file).name,
    JSON.parse(readFileSync(path.join(SNAPSHOTS, file), "utf8")),
  ]);
  return Object.fromEntries(files);
}

function main(): number {
  const measured = measure();
  if (measured !== 0) {
    console.error("Gas is not what contracts/test/snapshots says. If it is meant: npm run test:contracts -- --gas.");
    return measured;
  }
  const all = figures(ROWS, readSnapshots());
  console.log(table(all));
  const above = all.filter((figure) => figure.above).length;
  console.log(`${all.length - above} of ${all.length} rows at or below their ceiling`);
  return above === 0 ? 0 : 1;
}

process.exitCode = main();
