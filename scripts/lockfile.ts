// npm run lockfile             after every npm install: adds what npm leaves out of package-lock.json
// node scripts/lockfile.ts     fails when something is left out, or when a registry's address is in it
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { missingEntries, type Packages } from "./lockfile/missing.ts";

const file = path.resolve(import.meta.dirname, "../package-lock.json");
const lock: { packages: Packages } = JSON.parse(readFileSync(file, "utf8"));

const missing = missingEntries(lock.packages);
const resolved = Object.entries(lock.packages).filter(([, entry]) => entry.resolved !== undefined);

if (process.argv.includes("--write")) {
  for (const [, entry] of resolved) delete entry.resolved;
  const sorted = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, "en"));
  lock.packages = Object.fromEntries(sorted);
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${Object.keys(missing).length} entries added, ${resolved.length} addresses removed`);
} else {
  for (const name of Object.keys(missing)) console.error(`package-lock.json lacks ${name}`);
  for (const [name] of resolved) console.error(`package-lock.json has an address for ${name}`);
  if (Object.keys(missing).length + resolved.length > 0) {
    console.error("Run npm run lockfile and commit package-lock.json.");
    process.exitCode = 1;
  }
}
