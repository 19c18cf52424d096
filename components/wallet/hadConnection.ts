/**
 * Whether wagmi's cookie says that a wallet was connected when the page was last left. `current` is the connector's uid, null after a disconnect.
 * The wallet code is loaded at once only in that case.
 */
export function hadConnection(cookies: string): boolean {
  const entry = cookies.split("; ").find((cookie) => cookie.startsWith("wagmi.store="));
  if (!entry) return false;
  try {
    const value: unknown = JSON.parse(decodeURIComponent(entry.slice("wagmi.store=".length)));
    return (value as { state?: { current?: unknown } })?.state?.current != null;
  } catch {
    return false;
  }
}
