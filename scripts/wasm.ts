// npm run build:wasm               compile lib/attribution/wasm, write its *.generated.ts
// npm run build:wasm -- --check    compile, fail when they are not what the sources say
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import asc from "assemblyscript/asc";

const FOLDER = path.resolve(import.meta.dirname, "../lib/attribution/wasm");
const MODULES = ["suffixSort", "gramFilter"];
const OPTIONS = ["-O3", "--converge", "--runtime", "stub", "--noAssert", "--initialMemory", "1", "--use", "abort="];

function readSource(name: string): string | null {
  const file = path.join(FOLDER, name);
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

async function compile(name: string): Promise<string> {
  let binary: Uint8Array | undefined;
  const { error, stderr } = await asc.main([`${name}.assembly.ts`, "--outFile", "module.wasm", ...OPTIONS], {
    readFile: readSource,
    writeFile: (_, contents) => {
      binary = contents as Uint8Array;
    },
    listFiles: () => [],
  });
  if (error || !binary) throw new Error(`${name}.assembly.ts does not compile\n${stderr}`);
  const base64 = Buffer.from(binary).toString("base64");
  return [
    `// Generated from ${name}.assembly.ts by scripts/wasm.ts; do not edit.`,
    `export const ${name} = "${base64}";`,
    "",
  ].join("\n");
}

for (const name of MODULES) {
  const compiled = await compile(name);
  const file = path.join(FOLDER, `${name}.generated.ts`);
  if (!process.argv.includes("--check")) {
    writeFileSync(file, compiled);
  } else if (readFileSync(file, "utf8") !== compiled) {
    console.error(`${name}.generated.ts is not what its source compiles to. Run npm run build:wasm and commit it.`);
    process.exitCode = 1;
  }
}
