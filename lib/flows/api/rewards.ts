import { askApi } from "../../tx/api.ts";
import type { Claim } from "../claim.ts";

/** What an account has earned, all in wei. */
export type Rewards = {
  /** From answers that no accepted or pending epoch holds yet. */
  accrued: bigint;
  /** In an epoch whose challenge window is open. */
  inWindow: bigint;
  /** In a disputed epoch: neither accrued nor claimable until the dispute is resolved. */
  inDispute: bigint;
  claimable: bigint;
  paid: bigint;
  claim: Claim | null;
  /** Why there is nothing to claim, in a sentence; null when there is. */
  reason: string | null;
};

type Wire = {
  accrued: string;
  inWindow: string;
  inDispute: string;
  claimable: string;
  paid: string;
  claim: {
    epoch: string | number;
    index: string | number;
    payee: Claim["payee"];
    amount: string;
    proof: Claim["proof"];
  } | null;
  reason: string | null;
};

export async function readRewards(address: string): Promise<Rewards> {
  const wire = await askApi<Wire>(`/api/v1/rewards/${address}`);
  return {
    accrued: BigInt(wire.accrued),
    inWindow: BigInt(wire.inWindow),
    inDispute: BigInt(wire.inDispute),
    claimable: BigInt(wire.claimable),
    paid: BigInt(wire.paid),
    claim: wire.claim && {
      epoch: BigInt(wire.claim.epoch),
      index: BigInt(wire.claim.index),
      payee: wire.claim.payee,
      amount: BigInt(wire.claim.amount),
      proof: wire.claim.proof,
    },
    reason: wire.reason,
  };
}
