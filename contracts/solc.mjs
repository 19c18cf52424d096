#!/usr/bin/env node
// Lets forge use solc from npm (WebAssembly) as an ordinary solc binary; no compiler is ever downloaded.
//  - options the npm build does not know (--allow-paths, --base-path, --include-path) are ignored: forge sends every source inline
//  - stdin is read asynchronously: solc's own command line reads it at once and meets EAGAIN on forge's pipe, and cuts its output at 64 KiB
//  - --version is answered from a stamp, without loading 9 MB of WebAssembly: forge asks on every run
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

function longVersion() {
  const { version } = require("solc/package.json");
  const cache = new URL("./cache/", import.meta.url);
  const stamp = new URL(`solc-${version}.version`, cache);
  try {
    return readFileSync(stamp, "utf8");
  } catch {
    const long = require("solc").version();
    mkdirSync(cache, { recursive: true });
    writeFileSync(stamp, long);
    return long;
  }
}

async function readAll(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

const options = process.argv.slice(2);
if (options.includes("--version")) {
  process.stdout.write(`solc, the solidity compiler commandline interface\nVersion: ${longVersion()}\n`);
} else if (options.includes("--standard-json")) {
  process.stdout.write(require("solc").compile(await readAll(process.stdin)));
} else {
  process.stderr.write("solc.mjs answers only to --version and --standard-json\n");
  process.exitCode = 1;
}
