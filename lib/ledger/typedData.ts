import type { Address, Hex } from "viem";

/** EIP-712 messages of the protocol. Each domain binds chain and contract, so that nothing signed can be used elsewhere. */

export interface Voucher {
  payer: Address;
  gateway: Address;
  /** Wei, cumulative: the most the gateway may ever draw. */
  limit: bigint;
}

/** Who asks the gateway, and when; shown to it only. A voucher cannot say that: it is public once drawn. */
export interface Access {
  payer: Address;
  gateway: Address;
  /** Unix seconds of the signer's real clock, not the chain's. */
  issuedAt: bigint;
}

export interface Receipt {
  id: Hex;
  payer: Address;
  gateway: Address;
  model: bigint;
  version: number;
  provider: bigint;
  /** Wei. */
  fee: bigint;
  /** keccak256(salt ‖ text), see `saltedHash`. */
  requestHash: Hex;
  responseHash: Hex;
  /** `resultHash` of the attribution. */
  attributionHash: Hex;
  /** Chain time, unix seconds. */
  servedAt: bigint;
}

export interface Review {
  contribution: bigint;
  accept: boolean;
  /** 0 to 10,000. */
  score: number;
  /** keccak256 of the public reason's text. */
  reasonHash: Hex;
}

/** What a validator says about a case. */
export interface Verdict {
  /** Of the disputed epoch; the zero address for other cases. */
  settlement: Address;
  caseId: bigint;
  guilty: boolean;
  /** Of the epoch as redone; 32 zero bytes for other cases. */
  recomputedRoot: Hex;
  /** Of the accused pool, 0 to 5,000; 0 unless guilty. */
  slashBps: number;
}

/** The provider's countersignature of an answer. */
export interface Served {
  receipt: Hex;
  responseHash: Hex;
}

const field = (type: string, name: string) => ({ type, name });

/** What a payer signs so that the gateway can draw its fees from the escrow. */
export function voucherTypedData(at: { chainId: number; escrow: Address }, message: Voucher) {
  return {
    domain: escrowDomain(at),
    types: { Voucher: [field("address", "payer"), field("address", "gateway"), field("uint128", "limit")] },
    primaryType: "Voucher" as const,
    message: { ...message },
  };
}

/** What a payer signs to be known at the gateway for an hour. It never goes on the chain. */
export function accessTypedData(at: { chainId: number; escrow: Address }, message: Access) {
  return {
    domain: escrowDomain(at),
    types: { Access: [field("address", "payer"), field("address", "gateway"), field("uint64", "issuedAt")] },
    primaryType: "Access" as const,
    message: { ...message },
  };
}

/** What the gateway signs for each answer, after attribution (protocol, section 9). */
export function receiptTypedData(at: { chainId: number; settlement: Address }, message: Receipt) {
  return {
    domain: receiptsDomain(at),
    types: {
      Receipt: [
        field("bytes32", "id"),
        field("address", "payer"),
        field("address", "gateway"),
        field("uint256", "model"),
        field("uint32", "version"),
        field("uint256", "provider"),
        field("uint128", "fee"),
        field("bytes32", "requestHash"),
        field("bytes32", "responseHash"),
        field("bytes32", "attributionHash"),
        field("uint64", "servedAt"),
      ],
    },
    primaryType: "Receipt" as const,
    message: { ...message },
  };
}

/** What a validator signs about a contribution (protocol, section 8). */
export function reviewTypedData(at: { chainId: number; curation: Address }, message: Review) {
  return {
    domain: { name: "OpenCuration", version: "1", chainId: at.chainId, verifyingContract: at.curation },
    types: {
      Review: [
        field("uint256", "contribution"),
        field("bool", "accept"),
        field("uint16", "score"),
        field("bytes32", "reasonHash"),
      ],
    },
    primaryType: "Review" as const,
    message: { ...message },
  };
}

/** What a validator signs about a case (protocol, section 3: Arbiter). */
export function verdictTypedData(at: { chainId: number; arbiter: Address }, message: Verdict) {
  return {
    domain: { name: "OpenArbiter", version: "1", chainId: at.chainId, verifyingContract: at.arbiter },
    types: {
      Verdict: [
        field("address", "settlement"),
        field("uint256", "caseId"),
        field("bool", "guilty"),
        field("bytes32", "recomputedRoot"),
        field("uint16", "slashBps"),
      ],
    },
    primaryType: "Verdict" as const,
    message: { ...message },
  };
}

/** What a provider signs when it has served an answer. */
export function servedTypedData(at: { chainId: number; settlement: Address }, message: Served) {
  return {
    domain: receiptsDomain(at),
    types: { Served: [field("bytes32", "receipt"), field("bytes32", "responseHash")] },
    primaryType: "Served" as const,
    message: { ...message },
  };
}

function escrowDomain(at: { chainId: number; escrow: Address }) {
  return { name: "OpenEscrow", version: "1", chainId: at.chainId, verifyingContract: at.escrow };
}

function receiptsDomain(at: { chainId: number; settlement: Address }) {
  return { name: "OpenReceipts", version: "1", chainId: at.chainId, verifyingContract: at.settlement };
}
