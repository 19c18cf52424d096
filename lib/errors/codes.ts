/**
 * Everything that can go wrong on a page, as one sentence: what happened, why, and the next step. Closed: a new case gets a line here.
 * `rejected` is not an error; it is what a person chose.
 */
export const sentences = {
  rejected: "You closed the request in your wallet; nothing was sent.",
  gasShort: "Your account has too little ETH to pay for gas: add some and try again.",
  openShort: "Your account holds less OPEN than this needs: get more, or choose a smaller amount.",
  allowanceShort: "The contract is not allowed to take this much OPEN: approve the amount and try again.",
  wrongChain: "Your wallet is on another network: switch it and try again.",
  walletBusy: "Your wallet already has a request open: answer it first, then try again.",
  walletGone: "The wallet does not answer: unlock it or connect again.",
  unsupported: "Your wallet cannot do this kind of request: use another wallet or another way.",
  rpcDown: "The chain does not answer: check your connection and try again; nothing was sent.",
  reverted: "The chain refused the transaction, so nothing changed but the gas was spent: reload and try again.",
  cancelled:
    "The transaction was replaced by another one from your wallet, so it did not happen: start this step again.",
  lost: "No node has seen the transaction for three minutes: it was probably dropped, start this step again.",
  stillWaiting:
    "An earlier transaction of this account still waits for its block: speed it up or cancel it in the wallet, then go on.",
  nonceUsed:
    "Your wallet's transaction count is out of step with the chain: reset the account's activity in the wallet and try again.",
  notKept:
    "This browser cannot store what is under way, so nothing was begun: allow it to keep data for this site and try again.",
  serviceDown: "The server does not answer: check your connection and try again.",
  tooEarly: "It is too early for this step: wait for the next block and try again.",
  tooLate: "The time for revealing this contribution is over: start a new one.",
  duplicate: "This exact text is already in the datanet: contribute something that is not there yet.",
  badCommitment:
    "What is revealed is not what was committed: this browser's copy does not match, start a new contribution.",
  notDirect: "This datanet takes contributions by commit and reveal only: reload the page and start again.",
  badStatus: "This contribution has moved on in the meantime: reload the page to see where it stands.",
  commonsClosed: "The commons take text from governance only: choose another datanet.",
  nothingToClaim: "There is nothing to claim: it has been paid out already.",
  notClaimable: "This epoch cannot be claimed yet: its challenge window is still open, or it was rejected.",
  badProof: "The proof does not match the epoch on chain: reload the page to get the current one.",
  creditShort: "The gateway holds too little prepaid credit of yours for this: deposit some and try again.",
  stillThawing:
    "This deposit has not thawed yet, or was kept after all: reload the page to see when it can be taken out.",
  badVoucher: "The signed budget does not fit this account or gateway: sign a new one.",
  noVotes:
    "This account had no votes when voting began, so its vote would count nothing: delegate before the next proposal.",
  proposerShort:
    "You have fewer votes than a proposal needs: let others delegate to you, or ask a delegate to propose it.",
  proposedBefore: "The very same proposal exists already: change its text, or look it up in the list.",
  proposalMoved: "The chain has this proposal in another state than this page: reload it to see where it stands.",
  alreadyVoted: "This account has voted on this proposal already, and a vote cannot be changed.",
  badBallot: "This signature is not the voter's for this ballot, or the voter signed another one since: sign it again.",
  stillLocked: "The timelock still holds this proposal: wait until its delay has passed.",
  outOfBounds:
    "A value of this proposal is outside the bounds that are constants of the contract: propose one that is inside.",
  sharesShort: "You hold fewer shares here than that: reload the page and choose again.",
  stakeThawing: "This stake has not thawed yet, or was taken out already: reload the page to see its clock.",
  epochClosed:
    "This epoch can no longer be disputed, since its window has closed or somebody was first: reload the page.",
  notDisputed: "This epoch is not disputed (any more), so there is no case to open: reload the page.",
  caseKnown: "Somebody has opened this case already: reload the page to find it.",
  caseClosed: "This case is closed: reload the page to see the verdict.",
  votesShort: "Less than two thirds of the validators’ stake has signed this verdict: wait for more signatures.",
  voteRefused: "A signature on this verdict does not count: reload the page to get those that do.",
  notAccepted:
    "Only an accepted contribution can be brought before the arbiter: reload the page to see where it stands.",
  noSuchItem: "This contribution has no such item: reload the page and choose one it has, or the whole.",
  reviewsShort: "The datanet asks for more reviews than were signed: wait for another validator.",
  reviewRefused: "A signed review does not count, since its validator had no stake or is involved: reload the page.",
  unknown: "Something unexpected happened and the step did not finish: try again.",
} as const;

export type ErrorCode = keyof typeof sentences;
