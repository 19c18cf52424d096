export type Power = {
  /** Completes "to …". */
  to: string;
  /** `guardian` and `owners` stand for those that this deployment has. */
  who: string;
  /** How long everybody else has before it holds. */
  after: string;
};

/**
 * Who can do what under the contracts as they are. @param vote the shortest time from a proposal to its execution @param late how much
 * longer voting lasts at most where the quorum comes late
 */
export const powersOf = (vote: string, late: string): Power[] => [
  {
    to: "Set a parameter, inside its bounds",
    who: "a vote",
    after: `${vote} at least: delay, voting, timelock; up to ${late} more where the quorum comes late`,
  },
  { to: "Name another guardian", who: "a vote", after: vote },
  {
    to: "Point an escrow to another settlement",
    who: "a vote",
    after: `${vote} and 14 d notice: longer than any thaw`,
  },
  {
    to: "Rule on a case that validators left open",
    who: "a vote",
    after: `${vote}, 5 d after it was opened at the earliest`,
  },
  { to: "Enter text into the commons", who: "a vote", after: vote },
  { to: "Stop posts and verdicts", who: "guardian", after: "at once, for 7 d, once in 30 d" },
  { to: "End such a stop", who: "the guardian, or a vote", after: "at once" },
  {
    to: "Reject an epoch and slash its attributor, half at most",
    who: "two thirds of the validators’ stake",
    after: "at once, in a dispute that anybody opens",
  },
  { to: "Reject a malformed epoch", who: "anybody with the proof", after: "at once" },
  { to: "Publish a version of an asset", who: "owners", after: "at once; what was published stays" },
  { to: "Change how an asset’s fees are split", who: "its owner", after: "7 d notice" },
  { to: "Execute what passed", who: "anybody", after: "the timelock’s delay" },
];

/** What no key and no vote can do: the code has no function for it. */
export const never = [
  "Mint or seize OPEN",
  "Change a contract’s code",
  "Take prepaid credit that its payer did not sign away",
  "Stop claims, withdrawals or disputes",
  "Leave a parameter’s bounds",
  "Change what an accepted epoch promised",
];
