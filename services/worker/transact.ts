import type { Abi, Hex } from "viem";
import { publicClient, type walletClient } from "../../lib/chain/clients.ts";

export interface Call {
  address: Hex;
  abi: Abi;
  functionName: string;
  args: readonly unknown[];
}

type Wallet = ReturnType<typeof walletClient>;

/**
 * Simulates a call, sends it and waits until it is mined. @param nonce to be given where a second, pending copy of the call would do
 * harm: then only one of the two can be mined. @throws the decoded revert, or an Error when the mined transaction reverted.
 */
export async function transact(wallet: Wallet, call: Call, nonce?: number): Promise<Hex> {
  const client = publicClient();
  const { request } = await client.simulateContract({ ...call, account: wallet.account });
  const hash = await wallet.writeContract(nonce === undefined ? request : { ...request, nonce });
  const receipt = await client.waitForTransactionReceipt({ hash, timeout: 60_000 });
  if (receipt.status !== "success") throw new Error(`${call.functionName} was mined but reverted (${hash})`);
  return hash;
}
