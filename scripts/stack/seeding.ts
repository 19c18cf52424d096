import { existsSync, writeFileSync } from "node:fs";
import { seededMark } from "./chain.ts";
import { type Context, nodeCommand } from "./context.ts";

/** Counts of what is there after seeding, and what the chain says about conservation. */
export type SeedSummary = Record<string, number | string>;

/**
 * Runs scripts/seed.ts against the running stack, unless its data is complete and nobody wants the summary.
 * @throws StackError with its last lines when it fails.
 */
export async function runSeed(context: Context): Promise<SeedSummary> {
  const { options, progress, processes } = context;
  const mark = seededMark(options.data);
  const wanted = options.seed && !existsSync(mark);
  if (!wanted && !options.once) return {};
  let last = "{}";
  const args = wanted ? [] : ["--summary-only"];
  await processes.run("seed", nodeCommand(context, "scripts/seed.ts", ...args), (line) => {
    if (line.startsWith("{")) last = line;
    else progress.step("seed", line);
  });
  if (wanted) writeFileSync(mark, "");
  return JSON.parse(last);
}
