import type { FlowRecord } from "./flow.ts";
import type { Network } from "./network.ts";

export type KeyValue = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** One flow per name, chain (by its genesis, since a local chain may be reset) and account. */
export const flowKey = (flow: string, network: Network, account: string): string =>
  `openledger:flow:${flow}:${network.deployment.chainId}:${network.deployment.genesisHash.slice(2, 10)}:${account.toLowerCase()}`;

const write = (_: string, value: unknown) => (typeof value === "bigint" ? { $wei: value.toString() } : value);
const read = (_: string, value: unknown) =>
  value && typeof value === "object" && "$wei" in value ? BigInt(value.$wei as string) : value;

export function keepFlow<R, F>(storage: KeyValue, key: string, record: FlowRecord<R, F>): void {
  storage.setItem(key, JSON.stringify(record, write));
}

/** The flow left in this browser; null when there is none or it cannot be read any more. */
export function recallFlow<R, F>(storage: KeyValue, key: string): FlowRecord<R, F> | null {
  const text = storage.getItem(key);
  if (!text) return null;
  try {
    const record = JSON.parse(text, read) as FlowRecord<R, F>;
    return Array.isArray(record.steps) ? record : null;
  } catch {
    return null;
  }
}

export const forgetFlow = (storage: KeyValue, key: string): void => storage.removeItem(key);
