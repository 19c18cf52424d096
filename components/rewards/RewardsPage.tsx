"use client";

import { ConnectFirst } from "../wallet/ConnectFirst.tsx";
import { useWallet } from "../wallet/WalletProvider.tsx";
import { RewardsBoard } from "./RewardsBoard.tsx";

export function RewardsPage() {
  const { network } = useWallet();
  return (
    <ConnectFirst
      title="Connect to see your own"
      page={(account) => network && <RewardsBoard key={account} network={network} account={account} />}
    >
      What an account has earned is public: you can also look at any contributor’s profile without a wallet. Only taking
      it out needs one.
    </ConnectFirst>
  );
}
