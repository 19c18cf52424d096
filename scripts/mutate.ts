// npm run mutate -- <Contract|all> [--only TEXT]
// Changes one thing at a time in a copy of the contracts and counts how often the tests notice. Prints survivors, closes with
// `score P %, K of N killed`, and keeps the result in docs/mutation/<Contract>.json. --only: mutants of lines that contain TEXT; not kept.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { creationCode, readSources } from "./mutate/compiler.ts";
import { apply, type Mutant, mutantsOf } from "./mutate/operators.ts";
import { SUBJECTS } from "./mutate/subjects.ts";
import { Workspace } from "./mutate/workspace.ts";
import { commandArguments, refuse } from "./stack/arguments.ts";

const ROOT = path.resolve(import.meta.dirname, "..");
const RESULTS = path.join(ROOT, "docs/mutation");
const MANUAL = {
  name: "mutate",
  does: "Changes one thing at a time in a copy of the contracts and counts how often the tests notice.",
  usage: `npm run mutate -- <${Object.keys(SUBJECTS).join("|")}|all> [--only TEXT]`,
};

type Survivor = { file: string; line: number; operator: string; before: string; after: string };
type Result = { contract: string; killed: number; compiling: number; survivors: Survivor[] };

async function mutate(name: string, only: string | undefined): Promise<Result> {
  const { contract, main, files, tests } = SUBJECTS[name]!;
  const sources = readSources();
  const workspace = new Workspace(contract, tests);
  const result: Result = { contract: name, killed: 0, compiling: 0, survivors: [] };
  try {
    const original = creationCode(sources, contract, main) ?? "";
    const sound = await workspace.passes(original, false);
    if (!sound) throw new Error(`${name}: its tests fail without a mutant.`);
    for (const file of files) {
      const source = sources[file]!;
      const all = mutantsOf(source).map((mutant) => ({ mutant, where: locate(file, source, mutant) }));
      for (const { mutant, where } of all.filter((each) => !only || each.where.before.includes(only))) {
        const code = creationCode({ ...sources, [file]: apply(source, mutant) }, contract, main);
        // Of a library the contract may use only a part: the same code behaves the same.
        if (code === undefined || code === original) continue;
        result.compiling++;
        if (await workspace.passes(code, true)) {
          result.survivors.push(where);
          console.log(`survived: ${format(where)}`);
        } else {
          result.killed++;
        }
        if (result.compiling % 20 === 0) console.log(`${file}: ${score(result)} so far`);
      }
    }
  } finally {
    workspace.remove();
  }
  return result;
}

function locate(file: string, source: string, mutant: Mutant): Survivor {
  const from = source.lastIndexOf("\n", mutant.start) + 1;
  const to = source.indexOf("\n", mutant.end);
  return {
    file,
    line: source.slice(0, mutant.start).split("\n").length,
    operator: mutant.operator,
    before: source.slice(from, to).trim(),
    after: (source.slice(from, mutant.start) + mutant.replacement + source.slice(mutant.end, to)).trim(),
  };
}

const format = ({ file, line, operator, before, after }: Survivor) =>
  `${file}:${line} ${operator}\n  - ${before}\n  + ${after}`;

const score = ({ killed, compiling }: Pick<Result, "killed" | "compiling">) =>
  `score ${compiling ? ((100 * killed) / compiling).toFixed(1) : "100.0"} %, ${killed} of ${compiling} killed`;

async function main(): Promise<void> {
  const config = { allowPositionals: true, options: { only: { type: "string" } } } as const;
  const { positionals, values } = commandArguments(config, MANUAL);
  const names = positionals[0] === "all" ? Object.keys(SUBJECTS) : positionals;
  const unknown = names.find((name) => !SUBJECTS[name]);
  if (names.length === 0 || unknown) refuse(MANUAL, `name a contract, or all. Usage: ${MANUAL.usage}`);
  const total = { killed: 0, compiling: 0 };
  for (const name of names) {
    const result = await mutate(name, values.only);
    console.log(`${name}: ${score(result)}`);
    total.killed += result.killed;
    total.compiling += result.compiling;
    if (values.only) continue;
    mkdirSync(RESULTS, { recursive: true });
    writeFileSync(path.join(RESULTS, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
  }
  console.log(score(total));
}

await main();
