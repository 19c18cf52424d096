import { readFileSync } from "node:fs";
import path from "node:path";
import { type BitsTable, parseBits } from "../../lib/attribution/index.ts";

/** The bits table that the product uses. */
export function readBits(): BitsTable {
  return parseBits(readFileSync(path.join(import.meta.dirname, "../../public/bits-v1.tsv"), "utf8"));
}
