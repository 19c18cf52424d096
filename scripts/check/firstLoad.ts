import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";

interface ClientManifest {
  entryJSFiles: Record<string, string[]>;
}

/**
 * JavaScript that a browser without a cache loads before a route is interactive, in gzipped bytes, by route. Chunks loaded on intent
 * (wallet, charts) and the polyfills for old browsers do not count.
 * @param build Next's output directory.
 * @returns sizes by route, its group included, such as `/(site)/receipts`. Empty when there is no build.
 */
export function firstLoadSizes(build: string): Map<string, number> {
  const sizes = new Map<string, number>();
  if (!existsSync(path.join(build, "BUILD_ID"))) return sizes;
  const root: string[] = JSON.parse(readFileSync(path.join(build, "build-manifest.json"), "utf8")).rootMainFiles;
  for (const file of globSync("server/app/**/page_client-reference-manifest.js", { cwd: build })) {
    const [[route, manifest]] = readManifest(path.join(build, file));
    const files = new Set([...root, ...Object.values(manifest.entryJSFiles).flat()]);
    const bytes = [...files].reduce((sum, name) => sum + gzippedSize(path.join(build, name)), 0);
    sizes.set(route.replace(/\/page$/, ""), bytes);
  }
  return sizes;
}

/** The manifest is a script that sets a global. */
function readManifest(file: string): [[string, ClientManifest]] {
  const scope: { __RSC_MANIFEST: Record<string, ClientManifest> } = { __RSC_MANIFEST: {} };
  runInNewContext(readFileSync(file, "utf8"), { globalThis: scope });
  return Object.entries(scope.__RSC_MANIFEST) as [[string, ClientManifest]];
}

const known = new Map<string, number>();

function gzippedSize(file: string): number {
  const size = known.get(file) ?? gzipSync(readFileSync(file)).length;
  known.set(file, size);
  return size;
}
