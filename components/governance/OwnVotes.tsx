"use client";

import { useSearchParams } from "next/navigation";
import { ConnectFirst } from "../wallet/ConnectFirst.tsx";
import { useWallet } from "../wallet/WalletProvider.tsx";
import { MyDelegation } from "./MyDelegation.tsx";

/** The reader's own votes, above the list of delegates. */
export function OwnVotes() {
  const { network } = useWallet();
  const to = useSearchParams().get("to") ?? undefined;
  return (
    <div className="mb-8">
      <ConnectFirst
        title="Connect to see who votes with your OPEN"
        page={(account) =>
          network && <MyDelegation key={`${account}-${to}`} network={network} account={account} to={to} />
        }
      >
        OPEN that nobody is named for does not vote, however much it is. Name yourself, or somebody from the list.
      </ConnectFirst>
    </div>
  );
}
