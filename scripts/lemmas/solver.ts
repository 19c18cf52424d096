import { type Context, init, killThreads, type Solver as Z3 } from "z3-solver";

/** Steps, not seconds: the same answer on any machine. */
const LIMIT = 1_000_000;

export type Answer = { state: "sat" | "unsat" | "unknown"; counterexample?: string };
export type Solver = {
  /** Decides a query of solc's model checker. */
  solve(query: string): Promise<Answer>;
  close(): Promise<void>;
};

/** Z3 from npm, as WebAssembly. @param limit Steps after which a query is `unknown`. */
export async function openSolver(limit = LIMIT): Promise<Solver> {
  const { Context, em } = await init();
  return {
    // Not eval_smtlib2_string: it gives its thread a text that is freed while the thread still reads it.
    async solve(query) {
      // Its own: types of one query would stay declared in the next.
      const context = Context("lemmas");
      const solver = new context.Solver();
      solver.set("rlimit", limit);
      solver.fromString(query.slice(0, query.indexOf("(check-sat)")));
      const state = await solver.check();
      return state === "sat" ? { state, counterexample: valuesIn(query, context, solver) } : { state };
    },
    close: () => killThreads(em),
  };
}

/** What the query asks to see: `(assert (= |EVALEXPR_3| tokens_17_0))`. */
function valuesIn(query: string, context: Context<"lemmas">, solver: Z3<"lemmas">): string {
  const asked = query.matchAll(/\(assert \(= \|(EVALEXPR_\d+)\| ([a-z]\w*)_\d+_\d+\)\)/g);
  const model = solver.model();
  const values = [...asked].map(([, id, name]) => `${name} = ${model.eval(context.Int.const(id!), true)}`);
  return [...new Set(values)].join(", ");
}
