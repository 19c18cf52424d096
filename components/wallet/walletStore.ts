import type { Address } from "viem";
import type { Network } from "../../lib/tx/network.ts";
import type { ChainPort } from "../../lib/tx/port.ts";

/** What the lazily loaded wallet code offers to the rest of the page. */
export type WalletRuntime = {
  openConnect: (() => void) | null;
  openAccount: (() => void) | null;
  openChain: (() => void) | null;
  switchChain: () => Promise<void>;
  disconnect: () => Promise<void>;
  /** Reads, writes and signatures of the connected account; null while nobody is connected. */
  port: ChainPort | null;
};

export type WalletState = {
  /** Null until the layout has handed it over, or when the server has no deployment. */
  network: Network | null;
  /** idle: no wallet code loaded; loading: on its way, or looking for a known connection. */
  status: "idle" | "loading" | "disconnected" | "connected";
  account: Address | null;
  chainId: number | null;
  /** Name of the wallet, as it calls itself. */
  connector: string | null;
  runtime: WalletRuntime | null;
  /** The person asked to connect while the wallet code was not there yet: open the modal when it is. */
  wanted: boolean;
};

export const initialWallet: WalletState = {
  network: null,
  status: "idle",
  account: null,
  chainId: null,
  connector: null,
  runtime: null,
  wanted: false,
};

export type WalletStore = ReturnType<typeof createWalletStore>;

/** The seam between pages (which never import wallet code) and the wallet runtime (loaded on first use). */
export function createWalletStore() {
  let state = initialWallet;
  const listeners = new Set<() => void>();
  const set = (change: Partial<WalletState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  return {
    read: () => state,
    set,
    /** The page hands it over again each time it is refreshed: an equal one must not begin wallet and flows anew. */
    setNetwork(network: Network) {
      if (JSON.stringify(network) !== JSON.stringify(state.network)) set({ network });
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
