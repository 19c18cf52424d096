export type Row = {
  name: string;
  /** Group and names in contracts/test/snapshots; several are added up. */
  of: [group: string, ...names: string[]];
  /** What the figure is divided by: items of a batch. */
  per?: number;
  /** The ceiling of the design's table; none where it has no such row. */
  design?: number;
  /** What no change may exceed; the design's, where nothing else is said. */
  ceiling?: number;
  /** Why the ceiling is above the design's. */
  why?: string;
};

/** Rows of shared/design/protocol.md, then those it left open. */
export const ROWS: Row[] = [
  { name: "claim, next epoch", of: ["settlement", "claim, next epoch"], design: 64_668 },
  { name: "claim, first", of: ["settlement", "claim, first"], design: 98_856 },
  { name: "claim in a batch of ten, each", of: ["settlement", "claimMany, ten"], per: 10, design: 35_457 },
  {
    name: "seal + post",
    of: ["settlement", "seal", "post"],
    design: 164_412,
    ceiling: 168_000,
    why: "remembers who posted: the accused is not whom the attributor was given to since",
  },
  { name: "collect one voucher", of: ["escrow", "collect, one"], design: 69_346 },
  { name: "collect a hundred, each", of: ["escrow", "collect, a hundred"], per: 100, design: 17_085 },
  { name: "deposit, first", of: ["escrow", "deposit, first"], design: 82_404 },
  { name: "deposit, again", of: ["escrow", "deposit, again"], design: 48_192 },
  { name: "stake, first", of: ["staking", "model: stake, first"], design: 101_651 },
  { name: "stake, again", of: ["staking", "model: stake, again"], design: 73_184 },
  {
    name: "unstake",
    of: ["staking", "model: unstake"],
    design: 62_899,
    ceiling: 67_700,
    why: "governed thaw and stake votes, a cold slot each",
  },
  {
    name: "withdraw",
    of: ["staking", "model: withdraw"],
    design: 53_324,
    ceiling: 53_700,
    why: "asks whether the pool is a validator's",
  },
  {
    name: "claim rewards",
    of: ["staking", "model: claim, again"],
    design: 50_539,
    ceiling: 52_300,
    why: "rewards in two tokens: a stream for each, apart from the position",
  },
  {
    name: "propose",
    of: ["governor", "propose"],
    design: 74_866,
    ceiling: 85_500,
    why: "the proposer's staked votes count too: two more contracts are asked",
  },
  {
    name: "cast a vote",
    of: ["governor", "castVote"],
    design: 68_429,
    ceiling: 79_000,
    why: "staked votes count too: two more contracts are asked",
  },
  {
    name: "contribute",
    of: ["curation", "contribute"],
    design: 54_525,
    ceiling: 152_000,
    why: "the prototype wrote one slot; this takes a bond and opens a review (design §8)",
  },
  { name: "register a model with two parents", of: ["registry", "register, two parents"], design: 138_525 },
  { name: "new version", of: ["registry", "publish"], design: 42_989 },
  { name: "post, the very first", of: ["settlement", "post, the very first"], ceiling: 167_500 },
  { name: "claim rewards, first", of: ["staking", "model: claim, first"], ceiling: 69_500 },
  { name: "claim rewards from a validator, first", of: ["staking", "validator: claim, first"], ceiling: 69_500 },
  { name: "claim rewards from a validator", of: ["staking", "validator: claim, again"], ceiling: 52_300 },
  { name: "stake on a validator, first", of: ["staking", "validator: stake, first"], ceiling: 149_000 },
  { name: "stake on a validator, again", of: ["staking", "validator: stake, again"], ceiling: 132_000 },
  { name: "unstake from a validator", of: ["staking", "validator: unstake"], ceiling: 132_000 },
  { name: "withdraw from a validator", of: ["staking", "validator: withdraw"], ceiling: 116_000 },
  { name: "commit", of: ["curation", "commit"], ceiling: 123_000 },
  {
    name: "reveal",
    of: ["curation", "reveal"],
    ceiling: 66_500,
    why: "reads how many reviews the datanet asks for, which finalising read before: its ceiling is lower by as much",
  },
  { name: "finalise with three reviews", of: ["curation", "finalize, three reviews"], ceiling: 147_500 },
  { name: "open a case about an asset", of: ["arbiter", "open, asset"], ceiling: 128_000 },
  { name: "open a case about an epoch", of: ["arbiter", "open, epoch"], ceiling: 165_000 },
  {
    name: "rule with three votes",
    of: ["arbiter", "rule, three votes"],
    ceiling: 198_000,
    why: "asks whether a proof has rejected the epoch meanwhile",
  },
  { name: "cast the vote that makes the quorum", of: ["governor", "castVote, reaching the quorum"], ceiling: 136_000 },
  { name: "queue a proposal", of: ["governor", "queue"], ceiling: 152_000 },
  { name: "execute a proposal", of: ["governor", "execute"], ceiling: 101_000 },
];
