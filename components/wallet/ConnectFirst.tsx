"use client";

import type { ReactNode } from "react";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { BlockSkeleton } from "../ui/Skeleton.tsx";
import { useWallet } from "./WalletProvider.tsx";

/** A page about one's own account: asks for the wallet, then shows it. */
export function ConnectFirst({
  title,
  children,
  page,
}: {
  title: string;
  children: ReactNode;
  page: (account: `0x${string}`) => ReactNode;
}) {
  const { status, account, connect } = useWallet();
  if (status === "connected" && account) return page(account);
  if (status === "loading") return <BlockSkeleton className="h-64" />;
  return (
    <EmptyState
      title={title}
      action={
        <Button variant="primary" onClick={connect}>
          Connect a wallet
        </Button>
      }
    >
      {children}
    </EmptyState>
  );
}
