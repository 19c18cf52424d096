import type { Abi, Hex } from "viem";
import { publicClient, type walletClient } from "../../lib/chain/clients.ts";

export interface Call {
  address: Hex;
  abi: Abi;
  functionName: string;
  args: readonly unknown[];
  /** Bound of its gas, for calls that run somebody else's code; estimated where it is not given. */
  gas?: bigint;
}

/**
 * What went well when it was simulated, and was mined as a revert: gas is gone. Somebody was faster; or a contract that answers for a signer
 * (ERC-1271) tells a simulation from the real thing, and will do so again.
 */
export class MinedRevert extends Error {
  override name = "MinedRevert";

  constructor(functionName: string, hash: Hex) {
    super(`${functionName} was mined but reverted (${hash})`);
  }
}

type Wallet = ReturnType<typeof walletClient>;

/**
 * Simulates a call, sends it and waits until it is mined. @param nonce to be given where a second, pending copy of the call would do
 * harm: then only one of the two can be mined. @throws the decoded revert, MinedRevert, or Error where another transaction took its place.
 */
export async function transact(wallet: Wallet, call: Call, nonce?: number): Promise<Hex> {
  const client = publicClient();
  const { request } = await client.simulateContract({ ...call, account: wallet.account });
  const hash = await wallet.writeContract(nonce === undefined ? request : { ...request, nonce });
  const receipt = await client.waitForTransactionReceipt({ hash, timeout: 60_000 });
  // The receipt may be another's: what took the place of ours by its nonce did something else.
  if (receipt.transactionHash !== hash)
    throw new Error(
      `${call.functionName} (${hash}) was replaced by ${receipt.transactionHash} of the same account and nonce, and did not happen: it is tried again. Leave this account to the worker.`,
    );
  if (receipt.status !== "success") throw new MinedRevert(call.functionName, hash);
  return hash;
}
