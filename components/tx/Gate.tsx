"use client";

import { type ReactNode, useId } from "react";
import { Button } from "../ui/Button.tsx";
import { useWallet } from "../wallet/WalletProvider.tsx";

/**
 * A main button that is always there and says what is next: connect, switch network, why it cannot be done yet, and then the act itself.
 * `reason` null = it can be done.
 */
export function Gate({
  children,
  purpose,
  reason,
  busy = false,
  onAct,
}: {
  children: ReactNode;
  /** Ends the sentence "Connect a wallet to …". */
  purpose: string;
  reason: string | null;
  busy?: boolean;
  onAct: () => void;
}) {
  const wallet = useWallet();
  const id = useId();
  if (wallet.status !== "connected") {
    return (
      <div>
        <Button variant="primary" busy={wallet.status === "loading"} onClick={wallet.connect}>
          Connect a wallet to {purpose}
        </Button>
      </div>
    );
  }
  if (wallet.wrongChain) {
    return (
      <div>
        <Button
          variant="primary"
          onClick={() => wallet.runtime?.switchChain().catch(() => wallet.runtime?.openChain?.())}
        >
          Switch to {wallet.network?.deployment.chainName}
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button
        variant="primary"
        busy={busy}
        aria-disabled={reason !== null || busy || undefined}
        aria-describedby={reason ? id : undefined}
        onClick={reason === null ? onAct : undefined}
      >
        {children}
      </Button>
      {reason && (
        <p id={id} className="text-[13px] text-ink-2">
          {reason}
        </p>
      )}
    </div>
  );
}
