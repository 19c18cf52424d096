/**
 * Whether wagmi's stored state says that a wallet was connected when the page was last left. `current` is the connector's uid, null after a disconnect.
 * The wallet code is loaded at once only in that case.
 * @param stored what is under `WALLET_STATE` in the browser's store
 */
export function hadConnection(stored: string | null): boolean {
  if (!stored) return false;
  try {
    const value: unknown = JSON.parse(stored);
    return (value as { state?: { current?: unknown } } | null)?.state?.current != null;
  } catch {
    return false;
  }
}

/** Where wagmi keeps its state. */
export const WALLET_STATE = "wagmi.store";
