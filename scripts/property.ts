import { checkTrial } from "../lib/attribution/propertyTrial.fixture.ts";
import { randomNumbers } from "../lib/attribution/randomNumbers.fixture.ts";
import { commandArguments, refuse } from "./stack/arguments.ts";

const PROGRESS_MS = 10_000;

const MANUAL = {
  name: "test:property",
  does: "Holds the attribution to its properties over seeded random ledgers, as many as are asked for.",
  usage: "npm run test:property -- [--trials N] [--seed S]",
};
const options = {
  trials: { type: "string", default: "200000" },
  seed: { type: "string", default: "20240817" },
} as const;
const { values } = commandArguments({ options }, MANUAL);
const [trials, seed] = [values.trials, values.seed].map(Number) as [number, number];
if (!Number.isInteger(trials) || trials < 1 || !Number.isInteger(seed)) {
  refuse(MANUAL, "--trials takes a whole number from 1, --seed a whole number.");
}

const random = randomNumbers(seed);
const started = performance.now();
let said = started;
let paying = 0;
for (let number = 0; number < trials; number++) {
  try {
    if (checkTrial(random, `trial ${number}`)) paying++;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(
      `violated in trial ${number}; again with: npm run test:property -- --trials ${number + 1} --seed ${seed}`,
    );
    process.exit(1);
  }
  if (performance.now() - said < PROGRESS_MS) continue;
  said = performance.now();
  console.log(`${number + 1} of ${trials} trials`);
}
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`${trials} trials (seed ${seed}), ${paying} with payments, 0 violations, ${seconds} s`);
