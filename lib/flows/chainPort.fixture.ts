import {
  type Account,
  type Address,
  createPublicClient,
  createTestClient,
  createWalletClient,
  http,
  type PublicClient,
} from "viem";
import { foundry } from "viem/chains";
import type { ChainPort } from "../tx/port.ts";

/** The port of an account on a local chain, for tests that run flows on real contracts. */
export function chainPort(rpcUrl: string, account: Account): ChainPort {
  const options = { chain: foundry, transport: http(rpcUrl), pollingInterval: 20 };
  const client = createPublicClient(options) as PublicClient;
  const wallet = createWalletClient({ ...options, account });
  return {
    account: account.address,
    chainId: foundry.id,
    read: (call) => client.readContract(call) as never,
    async send(call) {
      const { request } = await client.simulateContract({ ...call, account, blockTag: "pending" });
      return wallet.writeContract(request as never);
    },
    async outcome(hash) {
      const { status, blockNumber, logs } = await client.waitForTransactionReceipt({ hash });
      const { timestamp } = await client.getBlock({ blockNumber });
      return { status, hash, block: Number(blockNumber), time: Number(timestamp), logs };
    },
    sign: (message) => wallet.signTypedData(message as never),
    isWaiting: async () => false,
    pendingTime: async () => Number((await client.getBlock({ blockTag: "pending" })).timestamp),
    events: async (query) => (await client.getContractEvents({ ...query, strict: true } as never)) as never,
    gasBalance: () => client.getBalance({ address: account.address as Address }),
  };
}

/** Makes a block of this time, unix seconds. */
export async function mineAt(rpcUrl: string, time: number): Promise<void> {
  const client = createTestClient({ mode: "anvil", chain: foundry, transport: http(rpcUrl) });
  await client.setNextBlockTimestamp({ timestamp: BigInt(time) });
  await client.mine({ blocks: 1 });
}
