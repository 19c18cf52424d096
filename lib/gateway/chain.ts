import { type Address, type Hex, keccak256 } from "viem";
import { curationAbi } from "../abi/curation.ts";
import { escrowAbi } from "../abi/escrow.ts";
import { acceptsSignature } from "../chain/acceptsSignature.ts";
import { chainTime, publicClient, readDeployment } from "../chain/clients.ts";
import { freshly } from "./freshly.ts";

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
  /** Until when `key` signs for `payer`; unix seconds, 0 for never. At most one second old. */
  keyExpiry(payer: Address, key: Address): Promise<bigint>;
  /** Whether the payer is a contract that accepts the signature (ERC-1271). At most one second old. */
  acceptsSignature(payer: Address, digest: Hex, signature: Hex): Promise<boolean>;
  /** Whether a contribution, or its text, was taken down; at most ten seconds old. */
  isTakenDown(contribution: bigint): Promise<boolean>;
}

const FRESH_MS = 1_000;
const TAKEDOWN_FRESH_MS = 10_000;
/** A contribution's one text. */
const ITEM = 0;

export function createGatewayChain(): GatewayChain {
  const { contracts, gateway } = readDeployment();
  const escrow = { address: contracts.escrow, abi: escrowAbi } as const;
  const accounts = freshly<EscrowAccount>(FRESH_MS);
  const expiries = freshly<bigint>(FRESH_MS);
  const accepted = freshly<boolean>(FRESH_MS);
  const takedowns = freshly<boolean>(TAKEDOWN_FRESH_MS);

  return {
    time: chainTime,
    accountOf: (payer) =>
      accounts(payer, () =>
        publicClient().readContract({ ...escrow, functionName: "accountOf", args: [payer, gateway] }),
      ),
    keyExpiry: (payer, key) =>
      expiries(`${payer} ${key}`, () =>
        publicClient().readContract({ ...escrow, functionName: "keyExpiry", args: [payer, key] }),
      ),
    acceptsSignature: (payer, digest, signature) =>
      accepted(
        `${payer} ${digest} ${keccak256(signature)}`,
        async () =>
          Boolean(await publicClient().getCode({ address: payer })) && acceptsSignature(payer, digest, signature),
      ),
    isTakenDown: (contribution) =>
      takedowns(String(contribution), () =>
        publicClient().readContract({
          ...{ address: contracts.curation, abi: curationAbi, functionName: "isTakenDown" },
          args: [contribution, ITEM],
        }),
      ),
  };
}
