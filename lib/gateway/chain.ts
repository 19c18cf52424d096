import type { Address, Hex } from "viem";
import { curationAbi } from "../abi/curation.ts";
import { escrowAbi } from "../abi/escrow.ts";
import { acceptsSignature } from "../chain/acceptsSignature.ts";
import { chainTime, publicClient, readDeployment } from "../chain/clients.ts";

/** An escrow account earmarked for this gateway, in wei. */
export interface EscrowAccount {
  balance: bigint;
  /** Drawn so far, cumulative. */
  spent: bigint;
  /** Announced for withdrawal. */
  thawing: bigint;
}

/** What answering and charging needs of the chain. */
export interface GatewayChain {
  /** Unix seconds by the chain's clock. */
  time(): Promise<number>;
  /** At most one second old. */
  accountOf(payer: Address): Promise<EscrowAccount>;
  /** Until when `key` signs for `payer`; unix seconds, 0 for never. */
  keyExpiry(payer: Address, key: Address): Promise<bigint>;
  /** Whether the payer is a contract that accepts the signature (ERC-1271). */
  acceptsSignature(payer: Address, digest: Hex, signature: Hex): Promise<boolean>;
  /** Whether a contribution, or its text, was taken down; at most ten seconds old. */
  isTakenDown(contribution: bigint): Promise<boolean>;
}

const FRESH_MS = 1_000;
const TAKEDOWN_FRESH_MS = 10_000;
/** A contribution's one text. */
const ITEM = 0;
const MOST_CACHED = 10_000;

export function createGatewayChain(): GatewayChain {
  const { contracts, gateway } = readDeployment();
  const accounts = new Map<Address, { readAt: number; account: Promise<EscrowAccount> }>();
  const escrow = { address: contracts.escrow, abi: escrowAbi } as const;

  function accountOf(payer: Address) {
    const known = accounts.get(payer);
    if (known && Date.now() - known.readAt < FRESH_MS) return known.account;
    if (accounts.size >= MOST_CACHED) accounts.clear();
    const account = publicClient().readContract({ ...escrow, functionName: "accountOf", args: [payer, gateway] });
    const fresh = { readAt: Date.now(), account };
    accounts.set(payer, fresh);
    account.catch(() => {
      if (accounts.get(payer) === fresh) accounts.delete(payer);
    });
    return account;
  }

  const takedowns = new Map<bigint, { readAt: number; gone: Promise<boolean> }>();

  function isTakenDown(contribution: bigint) {
    const known = takedowns.get(contribution);
    if (known && Date.now() - known.readAt < TAKEDOWN_FRESH_MS) return known.gone;
    if (takedowns.size >= MOST_CACHED) takedowns.clear();
    const gone = publicClient().readContract({
      ...{ address: contracts.curation, abi: curationAbi, functionName: "isTakenDown" },
      args: [contribution, ITEM],
    });
    takedowns.set(contribution, { readAt: Date.now(), gone });
    gone.catch(() => takedowns.delete(contribution));
    return gone;
  }

  return {
    time: chainTime,
    accountOf,
    keyExpiry: (payer, key) =>
      publicClient().readContract({ ...escrow, functionName: "keyExpiry", args: [payer, key] }),
    acceptsSignature: async (payer, digest, signature) =>
      Boolean(await publicClient().getCode({ address: payer })) && acceptsSignature(payer, digest, signature),
    isTakenDown,
  };
}
