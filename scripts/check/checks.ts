import path from "node:path";
import { productionBuild } from "../stack/app.ts";
import { firstLoadSizes } from "./firstLoad.ts";
import { type Outcome, ROOT, runNode } from "./run.ts";

export interface Result {
  state: "passed" | "failed" | "skipped";
  /** One line. */
  summary: string;
  /** What to read when it failed. */
  details?: string;
}

/** Largest first-load JavaScript, gzipped. The empty page of the framework is 139 kB; the wallet and charts come on intent. */
const BUDGETS: [group: string, bytes: number][] = [
  ["/(console)", 190_000],
  ["/(site)", 165_000],
  ["", 150_000],
];

const result = ({ code, output }: Outcome, summary: string): Result =>
  code === 0 ? { state: "passed", summary } : { state: "failed", summary: `failed`, details: output };

/** By name; in this order. */
export const checks: Record<string, () => Promise<Result>> = {
  async format() {
    const args = ["check", "--error-on-warnings", "--colors=off", "."];
    return result(await runNode("node_modules/@biomejs/biome/bin/biome", args), "lint and format");
  },
  async types() {
    // Types of the routes, which a clone that was never built lacks.
    const routes = await runNode("node_modules/next/dist/bin/next", ["typegen"]);
    if (routes.code !== 0) return result(routes, "");
    return result(await runNode("node_modules/typescript/bin/tsc", ["--noEmit", "-p", "."]), "no type errors");
  },
  async unused() {
    return result(
      await runNode("node_modules/knip/bin/knip.js", ["--no-progress"]),
      "no unused files, exports or packages",
    );
  },
  async lockfile() {
    return result(await runNode("scripts/lockfile.ts"), "complete, without addresses");
  },
  async abi() {
    return result(
      await runNode("scripts/contracts.ts", ["--check"]),
      "lib/abi and the bytecodes are what the contracts say",
    );
  },
  async lemmas() {
    const outcome = await runNode("scripts/lemmas.ts");
    return result(outcome, outcome.output.trim().split("\n").at(-1)!);
  },
  async wasm() {
    return result(await runNode("scripts/wasm.ts", ["--check"]), "lib/attribution/wasm is what its sources say");
  },
  async fixtures() {
    return result(await runNode("scripts/fixtures.ts", ["--check"]), "Solidity is tested on what lib/ledger makes");
  },
  async size() {
    const build = path.join(ROOT, ".next");
    const sizes = [...firstLoadSizes(build)].sort(([, a], [, b]) => b - a);
    if (sizes.length === 0 || !productionBuild(ROOT).isCurrent()) {
      return { state: "skipped", summary: "no production build of these sources" };
    }
    const lines = sizes.map(
      ([route, bytes]) => `${(bytes / 1000).toFixed(0).padStart(4)} kB of ${budgetOf(route) / 1000}  ${route}`,
    );
    const tooLarge = sizes.filter(([route, bytes]) => bytes > budgetOf(route));
    if (tooLarge.length > 0) return { state: "failed", summary: "over budget", details: lines.join("\n") };
    return { state: "passed", summary: `largest first load${lines[0]!.replace(/^ +/, " ")}` };
  },
};

const budgetOf = (route: string) => BUDGETS.find(([group]) => route.startsWith(group))![1];
