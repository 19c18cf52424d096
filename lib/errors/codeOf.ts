import { ApiError } from "./ApiError.ts";
import type { ErrorCode } from "./codes.ts";
import { FlowError } from "./FlowError.ts";

/** Custom errors of the contracts (and of OpenZeppelin's ERC-20) that a person can run into. */
const reverts: Record<string, ErrorCode> = {
  ERC20InsufficientBalance: "openShort",
  ERC20InsufficientAllowance: "allowanceShort",
  Curation_TooEarly: "tooEarly",
  Curation_TooLate: "tooLate",
  Curation_AlreadyContributed: "duplicate",
  Curation_BadCommitment: "badCommitment",
  Curation_NotDirect: "notDirect",
  Curation_BadStatus: "badStatus",
  Curation_CommonsClosed: "commonsClosed",
  Settlement_NothingToClaim: "nothingToClaim",
  Settlement_NotClaimable: "notClaimable",
  SumTree_BadProof: "badProof",
  Escrow_BadVoucher: "badVoucher",
  Escrow_Insufficient: "creditShort",
  Escrow_StillThawing: "stillThawing",
  GovernorInsufficientProposerVotes: "proposerShort",
  GovernorRestrictedProposer: "proposerShort",
  GovernorUnexpectedProposalState: "proposalMoved",
  GovernorNonexistentProposal: "proposalMoved",
  GovernorUnableToCancel: "proposalMoved",
  GovernorAlreadyCastVote: "alreadyVoted",
  GovernorInvalidSignature: "badBallot",
  TimelockUnexpectedOperationState: "stillLocked",
  Governed_OutOfBounds: "outOfBounds",
  OpenGovernor_OutOfBounds: "outOfBounds",
  Timelock_OutOfBounds: "outOfBounds",
  Staking_Insufficient: "sharesShort",
  Staking_StillThawing: "stakeThawing",
  Settlement_NotOpen: "epochClosed",
  Arbiter_NotDisputed: "notDisputed",
  Arbiter_OpenedAlready: "caseKnown",
  Arbiter_NotOpen: "caseClosed",
  Arbiter_NotAccepted: "notAccepted",
  Arbiter_UnknownItem: "noSuchItem",
  Arbiter_TooLittleStake: "votesShort",
  Arbiter_BadSignature: "voteRefused",
  Arbiter_Conflicted: "voteRefused",
  Arbiter_NoStake: "voteRefused",
  Curation_TooFewReviews: "reviewsShort",
  Curation_BadSignature: "reviewRefused",
  Curation_Conflicted: "reviewRefused",
  Curation_NoStake: "reviewRefused",
};

/** EIP-1193, EIP-1474 and de-facto codes of wallets. */
const providerCodes: Record<number, ErrorCode> = {
  4001: "rejected",
  5000: "rejected",
  4100: "walletGone",
  4200: "unsupported",
  4900: "walletGone",
  4901: "wrongChain",
  4902: "wrongChain",
  [-32002]: "walletBusy",
};

const names: Record<string, ErrorCode> = {
  UserRejectedRequestError: "rejected",
  InsufficientFundsError: "gasShort",
  NonceTooLowError: "nonceUsed",
  NonceTooHighError: "nonceUsed",
  ChainMismatchError: "wrongChain",
  ConnectorChainMismatchError: "wrongChain",
  ConnectorNotConnectedError: "walletGone",
  ConnectorAccountNotFoundError: "walletGone",
  MethodNotSupportedRpcError: "unsupported",
  UnsupportedProviderMethodError: "unsupported",
  HttpRequestError: "rpcDown",
  TimeoutError: "rpcDown",
  WaitForTransactionReceiptTimeoutError: "lost",
  QuotaExceededError: "notKept",
  SecurityError: "notKept",
};

type Layer = { name?: string; code?: number; cause?: unknown; data?: { errorName?: string }; message?: string };

/** Every error in a chain of causes, outermost first; stops at loops. */
function layers(error: unknown): Layer[] {
  const found: Layer[] = [];
  for (let at: unknown = error; at && typeof at === "object" && !found.includes(at as Layer); at = (at as Layer).cause)
    found.push(at as Layer);
  return found;
}

/** The case an error is, whoever threw it: wallet, viem, contract or our API. */
export function codeOf(error: unknown): ErrorCode {
  if (error instanceof ApiError)
    return error.status === 402 ? "creditShort" : error.status === 0 ? "serviceDown" : "unknown";
  if (error instanceof FlowError) return error.reason;
  const chain = layers(error);
  for (const layer of chain) {
    const revert = layer.data?.errorName;
    if (revert && reverts[revert]) return reverts[revert];
  }
  for (const layer of chain) {
    if (layer.code !== undefined && providerCodes[layer.code]) return providerCodes[layer.code]!;
  }
  for (const layer of chain) {
    if (layer.name && names[layer.name]) return names[layer.name]!;
  }
  const text = chain.map((layer) => layer.message ?? "").join(" ");
  if (/insufficient funds/i.test(text)) return "gasShort";
  if (/user (rejected|denied)/i.test(text)) return "rejected";
  return "unknown";
}
