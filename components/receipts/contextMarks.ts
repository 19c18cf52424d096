/** How a contribution whose passages stood in the prompt is named: a letter, where those that are repeated have a number. */
export const contextLabel = (place: number) => `P${place + 1}`;

/** Contributions of a prompt in its order, each once. */
export const promptOrder = (
  passages: readonly { contribution: number }[] | null,
  shares: readonly { contribution: bigint | string }[],
) => [
  ...new Set([
    ...(passages ?? []).map(({ contribution }) => contribution),
    ...shares.map(({ contribution }) => Number(contribution)),
  ]),
];
