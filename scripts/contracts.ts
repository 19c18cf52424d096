// npm run build:contracts             compile, write lib/abi and the list of bytecodes
// npm run build:contracts -- --check  compile, fail when lib/abi or the list is not what the sources say
// npm run build:contracts -- --reproduce  build twice from nothing, fail unless both are what the list says
// npm run test:contracts -- [options] compile, run the Solidity tests against a thousand new epochs of lib/ledger; options go to `forge test`
// npm run test:contracts -- --epoch-seed=N  the epochs of an earlier run
// npm run test:contracts -- --gas     write contracts/test/snapshots anew, after a change of gas that is meant
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CONTRACTS, OUT, readArtifact } from "./chain/artifacts.ts";
import { abiModule } from "./contracts/abiModule.ts";
import { listBytecode, reproduce } from "./contracts/bytecode.ts";
import { randomEpochs } from "./contracts/epochs.ts";
import { foundryBinary } from "./stack/foundry.ts";

const ROOT = join(import.meta.dirname, "..");
const ABI = join(ROOT, "lib/abi");
const EPOCHS = 1_000;
const SEED = "--epoch-seed=";
const SNAPSHOTS = join(ROOT, "contracts/test/snapshots");

/** Runs forge at the repository's root; returns its exit code. */
function forge(args: string[]): number {
  const { status, error } = spawnSync(foundryBinary("forge"), args, { cwd: ROOT, stdio: "inherit" });
  if (error) throw error;
  return status ?? 1;
}

function test(options: string[]): number {
  const [seeds, rest] = [options.filter(isSeed), options.filter((option) => !isSeed(option))];
  writeEpochs(seeds[0]?.slice(SEED.length));
  return runTests(rest);
}

const isSeed = (option: string): boolean => option.startsWith(SEED);

function runTests(options: string[]): number {
  if (!options.includes("--gas")) return forge(["test", ...options]);
  const emit = ["--gas-snapshot-check=false", "--gas-snapshot-emit=true"];
  const status = forge(["test", "--match-path", "contracts/test/gas/*", ...emit]);
  for (const file of readdirSync(SNAPSHOTS)) endWithNewline(join(SNAPSHOTS, file));
  return status;
}

/** Other epochs in each run, unless the seed of an earlier one is given. */
function writeEpochs(given = `0x${randomBytes(8).toString("hex")}`): void {
  const seed = BigInt(given);
  console.log(`${EPOCHS} random epochs of lib/ledger, again with ${SEED}${seed}`);
  writeFileSync(join(ROOT, "contracts/test/fixtures/epochs.hex"), randomEpochs(EPOCHS, seed));
}

/** forge leaves it out, the formatter wants it. */
function endWithNewline(file: string): void {
  writeFileSync(file, `${readFileSync(file, "utf8").trimEnd()}\n`);
}

/** Writes lib/abi, or with `check` only compares. Returns the files that differed. */
function generate(check: boolean): string[] {
  mkdirSync(ABI, { recursive: true });
  return CONTRACTS.flatMap((name) => {
    const file = join(ABI, `${name.toLowerCase()}.ts`);
    const text = abiModule(name, readArtifact(name).abi);
    if (read(file) === text) return [];
    if (!check) writeFileSync(file, text);
    return [`lib/abi/${name.toLowerCase()}.ts`];
  });
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function main(args: string[]): number {
  if (args[0] === "--test") return test(args.slice(1));
  if (args.includes("--reproduce")) return reproduceAll();
  // Sources only: tests are compiled when they are run.
  const built = forge(["build", "--skip", "test"]);
  if (built !== 0) return built;
  const check = args.includes("--check");
  const codes = listBytecode(OUT, check);
  const changed = [...generate(check), ...codes.map((name) => `${name} in contracts/bytecode.json`)];
  for (const file of changed) console.log(`${file} ${check ? "is out of date" : "written"}`);
  if (check && changed.length > 0) {
    console.error("Run `npm run build:contracts` and commit lib/abi and contracts/bytecode.json.");
    return 1;
  }
  return 0;
}

function reproduceAll(): number {
  const different = reproduce();
  for (const name of different) console.error(`${name} does not come out as contracts/bytecode.json has it`);
  if (different.length === 0) console.log(`${CONTRACTS.length} contracts come out the same twice, as listed`);
  return different.length === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
