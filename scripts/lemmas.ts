// npm run lemmas
// Has solc's model checker and Z3 decide each function of contracts/test/lemmas: a line for each, and exit code 1 unless all are proved.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { prove } from "./lemmas/prove.ts";
import { openSolver } from "./lemmas/solver.ts";

const ROOT = path.resolve(import.meta.dirname, "..");
const LEMMAS = "contracts/test/lemmas";

async function main(): Promise<void> {
  const solver = await openSolver();
  let proved = 0;
  let all = 0;
  for (const file of readdirSync(path.join(ROOT, LEMMAS))) {
    const source = `${LEMMAS}/${file}`;
    const text = readFileSync(path.join(ROOT, source), "utf8");
    for (const { name, verdict, counterexample } of await prove(source, text, solver)) {
      const sentence = `${path.parse(file).name}: ${words(name)}`;
      console.log(`${verdict.padEnd(8)} ${sentence}${counterexample ? ` (${counterexample})` : ""}`);
      all++;
      if (verdict === "proved") proved++;
    }
  }
  await solver.close();
  console.log(`${proved} of ${all} lemmas proved`);
  process.exitCode = all > 0 && proved === all ? 0 : 1;
}

/** The sentence that a name is. */
const words = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

await main();
