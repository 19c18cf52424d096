import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** SHA-256 over names and contents of all source files below the given paths, in hex. Tests and generated directories do not count. */
export function contentHash(root: string, paths: string[]): string {
  const hash = createHash("sha256");
  for (const file of paths.flatMap((entry) => filesBelow(path.join(root, entry))).sort()) {
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesBelow(entry: string): string[] {
  if (!existsSync(entry) || path.basename(entry).startsWith(".") || /\.test\.tsx?$/.test(entry)) return [];
  if (!statSync(entry).isDirectory()) return [entry];
  return readdirSync(entry).flatMap((name) => filesBelow(path.join(entry, name)));
}
