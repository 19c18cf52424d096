import { expect, it, vi } from "vitest";
import type { Network } from "../../lib/tx/network.ts";
import { createWalletStore, initialWallet } from "./walletStore.ts";

it("tells its listeners, with a new snapshot, until they leave", () => {
  const store = createWalletStore();
  const listener = vi.fn();
  const leave = store.subscribe(listener);
  store.set({ status: "loading" });
  expect(store.read()).toEqual({ ...initialWallet, status: "loading" });
  leave();
  store.set({ status: "idle" });
  expect(listener).toHaveBeenCalledTimes(1);
});

it("takes a network that is equal to the one it has for the same", () => {
  const store = createWalletStore();
  const network = { deployment: { chainId: 31337 }, rpcUrl: "http://127.0.0.1:8545", local: true } as Network;
  store.setNetwork(network);
  const listener = vi.fn();
  store.subscribe(listener);
  store.setNetwork(structuredClone(network));
  expect(listener).not.toHaveBeenCalled();
  expect(store.read().network).toBe(network);
  store.setNetwork({ ...network, rpcUrl: "http://127.0.0.1:9545" });
  expect(store.read().network?.rpcUrl).toBe("http://127.0.0.1:9545");
});
