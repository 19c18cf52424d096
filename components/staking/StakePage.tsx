"use client";

import { ConnectFirst } from "../wallet/ConnectFirst.tsx";
import { useWallet } from "../wallet/WalletProvider.tsx";
import { StakeBoard } from "./StakeBoard.tsx";

export function StakePage() {
  const { network } = useWallet();
  return (
    <section aria-label="Your stake" className="mb-8">
      <ConnectFirst
        title="Connect to stake, or to see what you have staked"
        page={(account) => network && <StakeBoard key={account} network={network} account={account} />}
      >
        The pools below can be read without a wallet.
      </ConnectFirst>
    </section>
  );
}
