// Constants of the arbiter's contract, and of those that carry its verdicts out.

/** Longest a case waits for the validators before governance may rule, in seconds. */
export const RULING_PERIOD = 5 * 86_400;

/** Accused where nobody is: of the commons. As the index writes it, in lower case. */
export const BURN = "0x000000000000000000000000000000000000dead";

/** The whole of a contribution, as an item's index. */
export const WHOLE = 2 ** 32 - 1;
/** Of a contribution of one text: its only item, or all of it. A takedown of either takes the text. */
export const TEXT_ITEMS = [0, WHOLE];

/** The most a verdict may take of a pool, in basis points. */
export const MOST_SLASHED = 5_000;

/** What the settlement takes of the attributor's pool for a malformed epoch, in basis points. */
export const FRAUD_SLASHED = 5_000;
