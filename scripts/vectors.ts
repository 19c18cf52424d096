// node scripts/vectors.ts: writes lib/attribution/vectors/refutations.json, which a test compares with what the engine gives.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { refutationVectors } from "../lib/attribution/vectors/refutationVectors.ts";

const file = path.join(import.meta.dirname, "../lib/attribution/vectors/refutations.json");
writeFileSync(file, `${JSON.stringify(refutationVectors(), null, 2)}\n`);
