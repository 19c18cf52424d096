import { expect, it } from "vitest";
import { checkTrial } from "./propertyTrial.fixture.ts";
import { randomNumbers } from "./randomNumbers.fixture.ts";

const TRIALS = 20_000;
/** Half a minute on two idle cores. */
const TIMEOUT_MS = 300_000;

it(
  `holds over ${TRIALS} seeded trials`,
  () => {
    const random = randomNumbers(20_240_817);
    let paying = 0;
    for (let number = 0; number < TRIALS; number++) if (checkTrial(random, `trial ${number}`)) paying++;
    // Trials in which nobody is paid prove little.
    expect(paying).toBeGreaterThan(TRIALS / 3);
  },
  TIMEOUT_MS,
);
