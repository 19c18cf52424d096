"use client";

import { shortHex } from "../../lib/format/address.ts";
import { Button } from "../ui/Button.tsx";
import { useWallet } from "./WalletProvider.tsx";

/** Connect, or who is connected; on a foreign chain it says so and offers the change. */
export function ConnectButton() {
  const wallet = useWallet();
  if (wallet.status === "connected" && wallet.account) {
    if (wallet.wrongChain) {
      return (
        <Button variant="danger" onClick={() => wallet.runtime?.openChain?.()}>
          Wrong network
        </Button>
      );
    }
    return (
      <Button onClick={() => wallet.runtime?.openAccount?.()} title={wallet.account}>
        <span aria-hidden="true" className="size-2 rounded-full bg-good" />
        <span className="sr-only">Account</span>
        <span className="num">{shortHex(wallet.account)}</span>
      </Button>
    );
  }
  return (
    <Button busy={wallet.status === "loading"} onClick={wallet.connect}>
      <span>
        Connect<span className="hidden sm:inline"> wallet</span>
      </span>
    </Button>
  );
}
