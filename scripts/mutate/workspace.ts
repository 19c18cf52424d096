import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { foundryBinary } from "../stack/foundry.ts";
import { withMutantFactory, withMutantOf } from "./patch.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
/** A mutant that loops for ever is dead. */
const TIMEOUT_MS = 240_000;

/** A copy of the tests that create one contract from a file of code: they are compiled once, however many mutants there are. */
export class Workspace {
  private readonly directory = mkdtempSync(path.join(tmpdir(), "mutate-"));
  private readonly code: string;

  constructor(contract: string, tests: readonly string[]) {
    const contracts = path.join(this.directory, "contracts");
    mkdirSync(contracts);
    // forge caches nothing that it reaches through a link; the compiler is none of its sources.
    for (const part of ["contracts/src", "contracts/test", "node_modules/@openzeppelin"]) {
      cpSync(path.join(ROOT, part), path.join(this.directory, part), { recursive: true });
    }
    symlinkSync(path.join(ROOT, "contracts/solc.mjs"), path.join(contracts, "solc.mjs"));
    // forge reads every source there is on each run.
    for (const directory of readdirSync(path.join(contracts, "test"))) {
      if (![...tests, "base", "fixtures"].includes(directory))
        rmSync(path.join(contracts, "test", directory), { recursive: true });
    }
    this.patchTests(path.join(contracts, "test"), contract);
    const settings = readFileSync(path.join(ROOT, "foundry.toml"), "utf8");
    writeFileSync(path.join(this.directory, "foundry.toml"), quick(settings));
    this.code = path.join(contracts, "test/fixtures/mutant.hex");
  }

  /** Whether the tests pass with this creation code: first those that are quick, then, if `thorough`, invariants. */
  async passes(creationCode: string, thorough: boolean): Promise<boolean> {
    writeFileSync(this.code, `0x${creationCode}`);
    const quickly = await this.forge(["--no-match-contract", "Invariants"]);
    return quickly && (!thorough || this.forge(["--match-contract", "Invariants"]));
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
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

  private forge(args: string[]): Promise<boolean> {
    const child = spawn(foundryBinary("forge"), ["test", "--fail-fast", ...args], {
      cwd: this.directory,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    const timer = setTimeout(() => child.kill("SIGKILL"), TIMEOUT_MS);
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

/** Fewer runs, another seed for none: a mutant that only luck finds has no test. */
const quick = (settings: string): string =>
  settings
    .replace("optimizer = true", "optimizer = false")
    .replace("runs = 500", "runs = 40")
    .replace("runs = 64", "runs = 12");
