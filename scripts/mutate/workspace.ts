import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { foundryBinary } from "../stack/foundry.ts";
import { withMutantFactory, withMutantOf } from "./patch.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
/** A mutant that loops for ever is dead. */
const TIMEOUT_MS = 240_000;
/** The first run of a copy compiles it, on a machine that may have much else to do. */
const FIRST_TIMEOUT_MS = 1_800_000;

/**
 * Copies of the tests that create one contract from a file of code: they are compiled once, however many mutants there are. Invariants have
 * a copy of their own, since forge, asked for some of the tests, calls the compiler on each run to find them.
 */
export class Workspace {
  private readonly directory = mkdtempSync(path.join(tmpdir(), "mutate-"));
  private readonly quick = path.join(this.directory, "quick");
  private readonly thorough = path.join(this.directory, "thorough");
  private readonly built = new Set<string>();

  constructor(contract: string, tests: readonly string[]) {
    this.copy(this.quick, contract, tests, (file) => !isInvariants(file));
    this.copy(this.thorough, contract, tests, (file) => isInvariants(file) || !file.endsWith(".t.sol"));
  }

  /** Whether the tests pass with this creation code: first those that are quick, then, if `thorough`, invariants. */
  async passes(creationCode: string, thorough: boolean): Promise<boolean> {
    for (const copy of [this.quick, this.thorough]) {
      writeFileSync(path.join(copy, "contracts/test/fixtures/mutant.hex"), `0x${creationCode}`);
    }
    return (await this.forge(this.quick)) && (!thorough || (await this.forge(this.thorough)));
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }

  private copy(to: string, contract: string, tests: readonly string[], isWanted: (file: string) => boolean): void {
    const contracts = path.join(to, "contracts");
    mkdirSync(contracts, { recursive: true });
    // forge caches nothing that it reaches through a link; the compiler is none of its sources.
    for (const part of ["contracts/src", "contracts/test", "node_modules/@openzeppelin"]) {
      cpSync(path.join(ROOT, part), path.join(to, part), { recursive: true });
    }
    symlinkSync(path.join(ROOT, "contracts/solc.mjs"), path.join(contracts, "solc.mjs"));
    // forge reads every source there is on each run.
    const tested = path.join(contracts, "test");
    for (const directory of readdirSync(tested)) {
      if (![...tests, "base", "fixtures"].includes(directory))
        rmSync(path.join(tested, directory), { recursive: true });
    }
    for (const file of readdirSync(tested, { recursive: true, encoding: "utf8" })) {
      if (file.endsWith(".sol") && !isWanted(file)) rmSync(path.join(tested, file));
    }
    this.patchTests(tested, contract);
    const settings = readFileSync(path.join(ROOT, "foundry.toml"), "utf8");
    writeFileSync(path.join(to, "foundry.toml"), shorter(settings));
  }

  private patchTests(tests: string, contract: string): void {
    for (const file of readdirSync(tests, { recursive: true, encoding: "utf8" })) {
      if (!file.endsWith(".sol")) continue;
      const at = path.join(tests, file);
      const source = readFileSync(at, "utf8");
      const patched = withMutantOf(source, contract);
      writeFileSync(at, file === path.join("base", "TestBase.sol") ? withMutantFactory(patched) : patched);
    }
  }

  private forge(cwd: string): Promise<boolean> {
    const child = spawn(foundryBinary("forge"), ["test", "--fail-fast"], {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    const timer = setTimeout(() => child.kill("SIGKILL"), this.built.has(cwd) ? TIMEOUT_MS : FIRST_TIMEOUT_MS);
    this.built.add(cwd);
    return new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => {
        clearTimeout(timer);
        if (output.includes("Compiler run failed")) reject(new Error(`mutate: the tests do not compile.\n${output}`));
        else resolve(code === 0 || output.includes("No tests"));
      });
    });
  }
}

const isInvariants = (file: string): boolean => file.endsWith("Invariants.t.sol");

/** Fewer runs, another seed for none: a mutant that only luck finds has no test. */
const shorter = (settings: string): string =>
  settings
    .replace("optimizer = true", "optimizer = false")
    .replace("runs = 500", "runs = 40")
    .replace("runs = 64", "runs = 4");
