/** `VoteType` of the governor, by its number. */
export const supports = ["against", "for", "abstain"] as const;

export type Support = 0 | 1 | 2;
