import { resolveImport, solc } from "../mutate/compiler.ts";
import type { Solver } from "./solver.ts";

export type Lemma = {
  name: string;
  /** `empty`: nothing fulfils its requirements, so it says nothing. */
  verdict: "proved" | "refuted" | "unknown" | "empty";
  counterexample?: string;
};

type Output = {
  errors?: { severity: string; message: string }[];
  auxiliaryInputRequested?: { smtlib2queries?: Record<string, string> };
};

/** Lemmas are pure and have no loops, so what the bounded engine covers is all there is. */
const MODEL_CHECKER = { engine: "bmc", targets: ["assert"], solvers: ["smtlib2"], divModNoSlacks: true };

/**
 * Judges every function of a source: proved when each of its assertions holds for all arguments that the requirements before it admit, and there are some.
 * @param file Its path, for its imports.
 */
export async function prove(file: string, text: string, solver: Solver): Promise<Lemma[]> {
  const [head, ...functions] = text.split(/(?=^ {4}function )/m);
  const lemmas: Lemma[] = [];
  for (const body of functions) {
    const name = /function (\w+)/.exec(body)![1]!;
    const alone = `${head}${body.replace(/\n}\s*$/, "")}\n}\n`;
    lemmas.push({ name, ...(await judge(file, alone, solver)) });
  }
  return lemmas;
}

async function judge(file: string, text: string, solver: Solver): Promise<Omit<Lemma, "name">> {
  const assertions = text.match(/assert\(/g)?.length ?? 0;
  const queries = queriesOf(file, text);
  if (queries.length !== assertions) return { verdict: "unknown" };
  const answers = [];
  for (const query of queries) answers.push(await solver.solve(query));
  const refuted = answers.find(({ state }) => state === "sat");
  if (refuted) return { verdict: "refuted", counterexample: refuted.counterexample };
  if (!answers.every(({ state }) => state === "unsat")) return { verdict: "unknown" };
  // No arguments refute it; some must get as far as to each assertion.
  for (const query of queriesOf(file, text.replaceAll("assert(", "assert(false && "))) {
    if ((await solver.solve(query)).state !== "sat") return { verdict: "empty" };
  }
  return { verdict: assertions > 0 ? "proved" : "empty" };
}

/** What the model checker asks of a solver, one query an assertion: whether arguments break it. */
function queriesOf(file: string, content: string): string[] {
  const input = { language: "Solidity", sources: { [file]: { content } }, settings: { modelChecker: MODEL_CHECKER } };
  const output = solc.compile(JSON.stringify(input), { import: (name) => resolveImport(name) });
  const { errors = [], auxiliaryInputRequested }: Output = JSON.parse(output);
  const wrong = errors.find(({ severity }) => severity === "error");
  if (wrong) throw new Error(`lemmas: ${file} does not compile.\n${wrong.message}`);
  return Object.values(auxiliaryInputRequested?.smtlib2queries ?? {});
}
