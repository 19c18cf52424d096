import type { Hex } from "viem";

type Vote = { validator: bigint; guilty: boolean; recomputedRoot: Hex; slashBps: number; signature: Hex };

/** One verdict with all who signed exactly it; `votes` ascend by validator, as the arbiter takes them. */
export type SignedVerdict = Pick<Vote, "guilty" | "recomputedRoot" | "slashBps"> & {
  votes: Pick<Vote, "validator" | "signature">[];
  /** Wei. */
  weight: bigint;
  /** Two thirds of the stake have signed it: anybody may carry it out. */
  decisive: boolean;
};

/** Of what validators sign alike: only votes with one key add up. */
export const verdictKey = ({
  guilty,
  recomputedRoot,
  slashBps,
}: Pick<Vote, "guilty" | "recomputedRoot" | "slashBps">) => `${guilty} ${recomputedRoot} ${slashBps}`;

/** Signed votes by the verdict they are for, the heaviest first: only what all sign alike counts together. */
export function groupVerdicts(
  votes: readonly Vote[],
  weights: ReadonlyMap<bigint, bigint>,
  total: bigint,
): SignedVerdict[] {
  const groups = new Map<string, SignedVerdict>();
  for (const vote of votes) {
    const { guilty, recomputedRoot, slashBps, validator, signature } = vote;
    const key = verdictKey(vote);
    const group = groups.get(key) ?? { guilty, recomputedRoot, slashBps, votes: [], weight: 0n, decisive: false };
    group.votes.push({ validator, signature });
    group.weight += weights.get(validator) ?? 0n;
    group.decisive = group.weight > 0n && 3n * group.weight >= 2n * total;
    groups.set(key, group);
  }
  for (const { votes } of groups.values()) votes.sort((a, b) => (a.validator < b.validator ? -1 : 1));
  return [...groups.values()].sort((a, b) => (a.weight > b.weight ? -1 : 1));
}
