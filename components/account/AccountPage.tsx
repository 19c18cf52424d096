"use client";

import { ConnectFirst } from "../wallet/ConnectFirst.tsx";
import { useWallet } from "../wallet/WalletProvider.tsx";
import { AccountBoard } from "./AccountBoard.tsx";

export function AccountPage() {
  const { network } = useWallet();
  return (
    <ConnectFirst
      title="Connect to manage your credit and keys"
      page={(account) => network && <AccountBoard key={account} network={network} account={account} />}
    >
      Answers are paid from a deposit of yours, up to a budget you sign. An application spends it with an API key.
    </ConnectFirst>
  );
}
