"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sentenceOf } from "../../lib/errors/sentenceOf.ts";
import { postJson } from "../../lib/tx/api.ts";
import { Button } from "../ui/Button.tsx";
import { Note } from "../ui/Note.tsx";
import { useWallet } from "../wallet/WalletProvider.tsx";
import { queryKeys } from "./queryKeys.ts";
import { useBalances } from "./useBalances.ts";

/** On a local chain, an account without OPEN or gas gets some here. Nothing at all elsewhere. */
export function FaucetNote() {
  const { network, account, isLocal, wrongChain } = useWallet();
  const balances = useBalances();
  const queries = useQueryClient();
  const faucet = useMutation({
    mutationFn: () => postJson("/api/local/faucet", { address: account }),
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKeys.balances(network!, account!) }),
  });
  const empty = balances.data && (balances.data.open === 0n || balances.data.gas === 0n);
  if (!isLocal || !account || wrongChain || !empty) return null;
  return (
    <div className="mb-6">
      <Note title="This account is empty">
        <p>
          On this local chain you can take test money: 10,000 OPEN to spend and 1 ETH for gas. It is worth nothing and
          exists on this machine only.
        </p>
        {faucet.error && <p className="mt-1 text-bad">{sentenceOf(faucet.error)}</p>}
        <Button className="mt-2" size="small" busy={faucet.isPending} onClick={() => faucet.mutate()}>
          Take test money
        </Button>
      </Note>
    </div>
  );
}
