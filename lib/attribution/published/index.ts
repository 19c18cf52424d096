import type { Accuracy } from "./accuracy.ts";
import lona1 from "./lona-1.json" with { type: "json" };

/** Newest first: what was measured of each method version. Written by `npm run bench:quality`. */
export const publishedAccuracies: readonly [Accuracy, ...Accuracy[]] = [lona1 as Accuracy];
