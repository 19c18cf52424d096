/** What a figure means, in plain words, and what it is counted from. */
export type Definition = { name: string; meaning: string; counted?: string };

/** Every figure a page shows without its rows beside it. */
export const definitions = {
  answersPaid: {
    name: "Answers paid",
    meaning: "Answers served by the gateway and charged to a payer, in the last seven days of chain time.",
    counted: "receipts whose serving time lies in the window, public and private alike.",
  },
  fees: {
    name: "Fees",
    meaning:
      "What payers were charged for those answers. Fees come out of prepaid credit; no emission is part of them.",
    counted: "the sum of the fees on those receipts, also of answers that no epoch has settled yet.",
  },
  payers: {
    name: "Payers",
    meaning:
      "Addresses that paid. It is not known who stands behind an address, so nothing here says how much of the demand comes from outside.",
    counted: "distinct payer addresses on those receipts; the largest payer's part is its fees over all fees.",
  },
  toContributors: {
    name: "Earned by contributors, from fees",
    meaning: "The part of those fees that attribution gave to the people whose contributions shaped the answers.",
    counted: "payouts of the role contributor on those receipts, from attribution on; they are paid out by epochs.",
  },
  unattributed: {
    name: "Not attributed",
    meaning:
      "What of the contributors' part matched no contribution, or only public text that nobody owns. It goes to the treasury. A part of money: a dear answer weighs more than a cheap one.",
    counted: "1 − earned by contributors ÷ the contributors' part of the fees, over attributed answers of the window.",
  },
  novelty: {
    name: "Novelty",
    meaning: "How much of the text the ledger did not hold before. Contributions that repeat over 90 % are refused.",
    counted:
      "1 − the part of its runs of eight words that an earlier contribution already held; for a datanet, weighted by words.",
  },
  coverage: {
    name: "Attributed part",
    meaning: "How much of an answer's information was first published in a contribution that somebody owns.",
    counted: "surprisal of the attributed words ÷ surprisal of all words, from a fixed public table.",
  },
  meanCoverage: {
    name: "Attributed part, mean",
    meaning:
      "How much of an answer of this model is attributed, on average: its words' information, not money, so it does not add up with what went to the treasury.",
    counted: "the plain mean of the attributed part over the model's answers, all time.",
  },
  firstToken: {
    name: "Time to first token",
    meaning: "How long a caller waited for the first word. Measured by the gateway on real answers, not declared.",
    counted: "the median (p50) over the answers served.",
  },
  throughput: {
    name: "Throughput",
    meaning: "Words of the answer per second once it began.",
    counted: "the median over the answers served; unknown where an answer came in one piece.",
  },
  earned: {
    name: "Earned from fees",
    meaning: "What attribution gave to this contributor, all time. No emission is part of it.",
    counted: "the sum of its shares' amounts over all attributed answers.",
  },
  claimed: {
    name: "Claimed",
    meaning: "What the settlement contract has paid out to this address, for every role it is paid for.",
  },
  claimable: {
    name: "Claimable",
    meaning: "In an accepted epoch and not claimed yet. It does not expire.",
    counted: "this payee's cumulative leaf in the newest accepted epoch − what was claimed.",
  },
  inWindow: {
    name: "In the challenge window",
    meaning: "In a posted epoch that anybody may still dispute. It becomes claimable when the window ends.",
  },
  inDispute: {
    name: "In dispute",
    meaning: "In a posted epoch that somebody disputes. It is neither accrued nor claimable until the arbiter decides.",
    counted: "this payee's cumulative leaf in the disputed epoch − the one in the newest accepted epoch.",
  },
  accrued: {
    name: "Accrued",
    meaning:
      "Earned by attributed answers that no posted epoch holds yet, or whose epoch was rejected; the next epoch takes it in.",
    counted: "the payouts to this payee of receipts in no epoch, or in one after the newest that stands.",
  },
  agreement: {
    name: "Agreement",
    meaning: "How often a validator's review said what was finally decided by stake.",
  },
  delegated: {
    name: "Delegated votes",
    meaning:
      "OPEN votes only where its holder or staker said who votes with it, who may be they themselves. The rest of the supply cannot vote, whatever happens.",
    counted:
      "votes of all delegates, of OPEN held and OPEN staked; on a proposal, those of the second in which votes are weighed. Stake slashed since still counts until somebody counts it again.",
  },
  quorum: {
    name: "Quorum",
    meaning:
      "What the votes for and the abstentions must reach together, or a proposal fails whatever the majority. Votes against do not count towards it.",
    counted: "a percentage, itself set by vote, of the whole supply of 1,000,000,000 OPEN, delegated or not.",
  },
  legislation: {
    name: "From proposal to change",
    meaning: "The shortest time in which anything governed can change: nobody, not even everybody together, is faster.",
    counted: "voting delay + voting period + timelock delay. A quorum reached late lengthens the vote.",
  },
  participation: {
    name: "Took part",
    meaning: "On how many of the last ten proposals a delegate voted, of those on which it could.",
    counted: "proposals whose voting began last and that were not taken back, since it first had votes.",
  },
  atRisk: {
    name: "At risk",
    meaning:
      "All stake in a pool answers for what its operator does, also while it thaws: a verdict, or a proof against a malformed root, takes up to half of it.",
    counted:
      "the pool's tokens × the shares held, thawing ones included ÷ the pool's shares, rounded down as the contract does.",
  },
  realisedYield: {
    name: "Realised in 30 days",
    meaning:
      "What the pool's stakers did earn, per 1,000 OPEN that are staked now. It says nothing about the next 30 days.",
    counted:
      "OPEN that came to the pool in the last 30 days of chain time × 1,000 ÷ the pool now. What waits at the settlement is not in it.",
  },
  stakerSources: {
    name: "From fees, from emissions",
    meaning:
      "Where a pool's rewards came from. Fees are what receipts say callers paid to its stakers; the rest that came is emission. Where no receipt is on record, the source is unknown.",
    counted:
      "the stakers' payouts of the receipts in the epochs the pool was paid under, against all that it was paid.",
  },
  verdicts: {
    name: "Verdicts signed",
    meaning: "Verdicts with this validator's signature that two thirds of the stake carried out.",
  },
  faults: {
    name: "Faults",
    meaning: "How often a verdict or a proof took stake from this validator's own pool.",
  },
  weight: {
    name: "Weight",
    meaning:
      "A validator weighs as much as the stake, not thawing, that it had before the case came up; what came later does not count.",
    counted:
      "the weights of those who signed the same verdict, against two thirds of all validators' stake at that moment.",
  },
  pricePaid: {
    name: "Paid per 1,000 tokens",
    meaning:
      "What callers did pay for answers of this provider. The price is the model's; the provider has its part of each fee.",
    counted: "the sum of the fees × 1,000 ÷ the sum of the tokens, in and out, over the answers served.",
  },
  uptime: {
    name: "Uptime",
    meaning: "How often a provider answered when it was asked whether it is there, once a minute.",
    counted:
      "answered ÷ asked, over the health checks of the last seven days, those minutes left out in which this site itself was down.",
  },
} satisfies Record<string, Definition>;
