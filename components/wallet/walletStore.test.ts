import { expect, it, vi } from "vitest";
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
