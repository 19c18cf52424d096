/** One passage in a prompt; the contribution by its id. */
export type Passage = readonly [contribution: number, offset: number, words: number];
