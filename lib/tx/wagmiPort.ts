import type { Address, TransactionReceipt } from "viem";
import type { Config } from "wagmi";
import {
  getBalance,
  getBlock,
  getPublicClient,
  readContract,
  signTypedData,
  simulateContract,
  waitForTransactionReceipt,
  writeContract,
} from "wagmi/actions";
import type { Call, ChainEvent, ChainPort, Outcome } from "./port.ts";

/** A transaction that no node has seen for this long is taken for dropped. */
const LOST_AFTER_MS = 180_000;

/** The port of one connected account on one chain. */
export function wagmiPort(config: Config, chainId: number, account: Address): ChainPort {
  const client = () => {
    const found = getPublicClient(config, { chainId });
    if (!found) throw new Error(`No RPC for chain ${chainId}.`);
    return found;
  };
  return {
    account,
    chainId,
    read: <T>(call: Call) => readContract(config, { ...call, chainId }) as Promise<T>,
    async send(call) {
      // On the block being built: a reveal right after its commit is judged by the next block's clock, not by the last one's.
      const { request } = await simulateContract(config, { ...call, chainId, account, blockTag: "pending" });
      const gas = await client().estimateContractGas({ ...call, account, blockTag: "pending" });
      return writeContract(config, { ...request, chainId, gas: (gas * 12n) / 10n });
    },
    async outcome(hash) {
      let cancelled = false;
      const wait = waitForTransactionReceipt(config, {
        hash,
        chainId,
        timeout: LOST_AFTER_MS,
        onReplaced: ({ reason }) => {
          cancelled = reason !== "repriced";
        },
      });
      const receipt = await wait.catch(async (error: unknown) => {
        // wagmi throws on a revert; the receipt is what we are after.
        const reverted = await client()
          .getTransactionReceipt({ hash })
          .catch(() => null);
        if (!reverted) throw error;
        return reverted as TransactionReceipt;
      });
      const block = await getBlock(config, { chainId, blockNumber: receipt.blockNumber });
      return toOutcome(receipt as TransactionReceipt, Number(block.timestamp), cancelled);
    },
    sign: (message) => signTypedData(config, { ...message, account }),
    async isWaiting() {
      const count = (blockTag: "latest" | "pending") => client().getTransactionCount({ address: account, blockTag });
      const [mined, sent] = await Promise.all([count("latest"), count("pending")]);
      return sent > mined;
    },
    async pendingTime() {
      const block = await getBlock(config, { chainId, blockTag: "pending" });
      return Number(block.timestamp);
    },
    async events({ args, ...query }) {
      const logs = await client().getContractEvents({ ...query, args, strict: true });
      return logs as unknown as ChainEvent[];
    },
    gasBalance: async () => (await getBalance(config, { address: account, chainId })).value,
  };
}

function toOutcome(receipt: TransactionReceipt, time: number, cancelled: boolean): Outcome {
  return {
    status: cancelled ? "cancelled" : receipt.status,
    hash: receipt.transactionHash,
    block: Number(receipt.blockNumber),
    time,
    logs: receipt.logs,
  };
}
