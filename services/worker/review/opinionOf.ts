import { type Hex, keccak256, stringToBytes } from "viem";
import type { ReviewableContribution } from "../../../lib/db/worker/reviews.ts";
import { formatBps } from "../../../lib/format/number.ts";
import { grouped } from "../intake/checkContribution.ts";

export interface Opinion {
  accept: boolean;
  /** 0 to 10,000: how new it is, 0 when refused. */
  score: number;
  /** A public sentence. */
  reason: string;
  reasonHash: Hex;
}

/** What this worker's validators think of a contribution: that intake's checks decide. */
export function opinionOf(contribution: Pick<ReviewableContribution, "problem" | "words" | "containedBps">): Opinion {
  const { problem, words, containedBps } = contribution;
  const noveltyBps = 10_000 - containedBps;
  const reason = problem ?? `Hashes match; ${grouped(words)} words, ${formatBps(noveltyBps)} new to this ledger.`;
  return {
    accept: problem === null,
    score: problem === null ? noveltyBps : 0,
    reason,
    reasonHash: keccak256(stringToBytes(reason)),
  };
}
