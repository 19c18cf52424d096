/** Who is paid for a contribution: its owner, nobody (`commons`: public text), or nobody and it does not count (`void`: served answers). */
export type ContributionKind = "paid" | "commons" | "void";

/** One item of the ledger. Its place in the array given to `buildIndex` is its ledger order. */
export interface Contribution {
  text: string;
  kind: ContributionKind;
}

/** Parameters of `lona-1`; all are non-negative integers. */
export interface Params {
  /** Shortest n-gram that can count, in words (at least 1). */
  minWords: number;
  /** Longest n-gram that is looked at, in words (at most 64). */
  maxWords: number;
  /** Least summed surprisal of a counting n-gram, in 1/256 bits. */
  minBits: number;
  /** Cap on one token's surprisal, in 1/256 bits (at most 65,536). */
  maxTokenBits: number;
  /** Part of the answer's mass below which shares are absolute, in basis points. */
  coverageFloorBps: number;
  /** What shares and treasury add up to. */
  scale: number;
}

/** One word of a text. `start` and `end` are UTF-16 offsets into the text as it was given; `word` is folded. */
export interface Token {
  word: string;
  start: number;
  end: number;
}

/** For each n in [from, to], the answer's n-gram that begins at token `start` was first published in `contribution`. */
export interface EvidenceRow {
  /** Token of the answer at which the n-grams begin. */
  start: number;
  /** Shortest and longest n-gram of this row, in words. */
  from: number;
  to: number;
  /** Ledger index of the first publisher. */
  contribution: number;
  /** Token of the contribution at which the longest n-gram of the row first occurs there (the shorter ones occur there too). */
  offset: number;
}

/** `share` out of `Params.scale`. */
export interface Share {
  contribution: number;
  share: number;
}

/** What `attribute` found. `treasury` plus all shares is exactly `params.scale`. */
export interface Attribution {
  tokens: Token[];
  /** Sorted by start, then from. */
  rows: EvidenceRow[];
  /** Sorted by contribution; shares of 0 are left out. */
  shares: Share[];
  treasury: number;
  /** Part of the answer's mass that the ledger explains and that is not commons, in basis points (0 to 10,000). */
  coverageBps: number;
  /** `A` of the specification, in 1/2^24 bits. */
  attributedMass: bigint;
  /** `M` of the specification, in 1/2^24 bits. */
  totalMass: bigint;
  params: Params;
  /** Number of contributions that were eligible. */
  limit: number;
}

/** A run of the answer's characters shown as coming from one contribution; `end` is exclusive. */
export interface Span {
  start: number;
  end: number;
  contribution: number;
}
