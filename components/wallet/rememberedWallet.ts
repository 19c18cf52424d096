const KEY = "openledger:wallet";

/**
 * Which wallet is to be connected again after a reload: the id of its connector, kept from connecting until disconnecting. wagmi's own state
 * cannot tell: it is empty from the moment the wallet code starts until the wallet has answered, so a reload in between would forget it.
 * Where the browser refuses storage, nothing is remembered.
 * @param storage the browser's, reached for only when needed: where cookies are blocked, the mere mention throws
 */
export function rememberedWallet(storage: () => Storage) {
  function attempt<T>(action: (storage: Storage) => T): T | null {
    try {
      return action(storage());
    } catch {
      return null;
    }
  }
  return {
    read: () => attempt((store) => store.getItem(KEY)),
    keep: (connectorId: string) => attempt((store) => store.setItem(KEY, connectorId)),
    forget: () => attempt((store) => store.removeItem(KEY)),
  };
}

export type RememberedWallet = ReturnType<typeof rememberedWallet>;
