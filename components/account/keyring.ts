import type { Network } from "../../lib/tx/network.ts";

/** An API key made in this browser. It is kept so that it can be revoked here: only the key itself proves the right to. */
export type KeptKey = {
  key: string;
  label: string;
  /** Unix seconds of this computer's clock. */
  madeAt: number;
  /** Made for this browser's own playground. */
  playground: boolean;
};

type KeyValue = Pick<Storage, "getItem" | "setItem">;

const place = ({ deployment }: Network, account: string) =>
  `openledger:keys:${deployment.chainId}:${deployment.genesisHash.slice(2, 10)}:${account.toLowerCase()}`;

export function keptKeys(storage: KeyValue, network: Network, account: string): KeptKey[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(place(network, account)) ?? "[]");
    return Array.isArray(kept) ? (kept as KeptKey[]) : [];
  } catch {
    return [];
  }
}

const write = (storage: KeyValue, network: Network, account: string, keys: KeptKey[]) =>
  storage.setItem(place(network, account), JSON.stringify(keys));

/** Newest first. */
export function keepKey(storage: KeyValue, network: Network, account: string, key: KeptKey): void {
  write(storage, network, account, [key, ...keptKeys(storage, network, account)]);
}

export function dropKey(storage: KeyValue, network: Network, account: string, key: string): void {
  write(
    storage,
    network,
    account,
    keptKeys(storage, network, account).filter((kept) => kept.key !== key),
  );
}
