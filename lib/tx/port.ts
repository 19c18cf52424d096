import type { Abi, Address, Hex, Log } from "viem";

/** A contract call. `args` in the order of the ABI. */
export type Call = { address: Address; abi: Abi; functionName: string; args: readonly unknown[] };

/** An EIP-712 message, as lib/ledger builds them. */
export type TypedMessage = {
  domain: Record<string, unknown>;
  types: Record<string, readonly { name: string; type: string }[]>;
  primaryType: string;
  message: Record<string, unknown>;
};

export type EventQuery = {
  address: Address;
  abi: Abi;
  eventName: string;
  args?: Record<string, unknown>;
  fromBlock: bigint;
};

export type ChainEvent = {
  args: Record<string, unknown>;
  /** Left out where it is of no interest: by ports of tests. */
  transactionHash?: Hex;
};

/** How a transaction ended. A replacement with the same call counts as the same transaction; a cancellation does not. */
export type Outcome = {
  status: "success" | "reverted" | "cancelled";
  hash: Hex;
  block: number;
  /** Timestamp of that block, unix seconds. */
  time: number;
  logs: readonly Log[];
};

/** What a flow may do with the connected account. One implementation over wagmi, one in tests. */
export interface ChainPort {
  readonly account: Address;
  readonly chainId: number;
  read<T>(call: Call): Promise<T>;
  /** Simulates (a revert throws here, before the wallet opens), then asks the wallet. */
  send(call: Call): Promise<Hex>;
  /** Waits until a transaction is in a block. @throws when it is not found for three minutes. */
  outcome(hash: Hex): Promise<Outcome>;
  sign(message: TypedMessage): Promise<Hex>;
  /** Whether a transaction of this account, sent from anywhere, still waits for its block. */
  isWaiting(): Promise<boolean>;
  /** Timestamp of the block that is being built, unix seconds. */
  pendingTime(): Promise<number>;
  events(query: EventQuery): Promise<ChainEvent[]>;
  /** Wei of the chain's own coin, which pays for gas. */
  gasBalance(): Promise<bigint>;
}
