import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Hex, keccak256 } from "viem";
import { CONTRACTS, readArtifact } from "../chain/artifacts.ts";
import { foundryBinary } from "../stack/foundry.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
/** Of the creation code of every contract: what was audited is what anybody builds. */
const LIST = path.join(ROOT, "contracts/bytecode.json");

type Hashes = Record<string, Hex>;

/** keccak256 of each contract's creation code below one of forge's output directories. */
const hashesOf = (out: string): Hashes =>
  Object.fromEntries(CONTRACTS.map((name) => [name, keccak256(readArtifact(name, out).bytecode)]));

/** Writes the list, or with `check` only compares. @returns the contracts whose code is not the list's. */
export function listBytecode(out: string, check: boolean): string[] {
  const hashes = hashesOf(out);
  const changed = different(readList(), hashes);
  if (!check && changed.length > 0) writeFileSync(LIST, `${JSON.stringify(hashes, null, 2)}\n`);
  return changed;
}

/** Builds twice from nothing, in directories of different names. @returns contracts that do not come out as the list has them both times. */
export function reproduce(): string[] {
  const directory = mkdtempSync(path.join(tmpdir(), "bytecode-"));
  try {
    const builds = ["one", "another/and/deeper"].map((name) => hashesOf(cleanBuild(path.join(directory, name))));
    return [...new Set(builds.flatMap((hashes) => different(readList(), hashes)))];
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** @returns where forge put what it built. @throws Error with what it printed */
function cleanBuild(at: string): string {
  mkdirSync(path.join(at, "node_modules"), { recursive: true });
  for (const part of ["foundry.toml", "contracts/src", "contracts/solc.mjs", "node_modules/@openzeppelin"]) {
    cpSync(path.join(ROOT, part), path.join(at, part), { recursive: true });
  }
  symlinkSync(path.join(ROOT, "node_modules/solc"), path.join(at, "node_modules/solc"));
  const { status, stdout, stderr } = spawnSync(foundryBinary("forge"), ["build"], { cwd: at, encoding: "utf8" });
  if (status !== 0) throw new Error(`forge build failed in a clean directory:\n${stdout}\n${stderr}`);
  return path.join(at, "contracts/out");
}

function readList(): Hashes {
  try {
    return JSON.parse(readFileSync(LIST, "utf8"));
  } catch {
    return {}; // not written yet: everything is new
  }
}

const different = (listed: Hashes, built: Hashes): string[] =>
  [...new Set([...Object.keys(listed), ...Object.keys(built)])].filter((name) => listed[name] !== built[name]);
