/** Datanet number 1: public text that nobody owns, first in every ledger. */
export const COMMONS = 1n;
