"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sentenceOf } from "../../lib/errors/sentenceOf.ts";
import { isSameHex } from "../../lib/format/address.ts";
import { formatOpen } from "../../lib/format/money.ts";
import { postJson } from "../../lib/tx/api.ts";
import type { Network } from "../../lib/tx/network.ts";
import { queryKeys } from "../tx/queryKeys.ts";
import { Button } from "../ui/Button.tsx";
import { Note } from "../ui/Note.tsx";
import { DelegateForm } from "./DelegateForm.tsx";
import { useDelegation } from "./useDelegation.ts";

/** On a local chain, an account that cannot propose takes the OPEN that it needs and delegates it to itself. @param threshold wei */
export default function TestVotes({
  network,
  account,
  threshold,
}: {
  network: Network;
  account: `0x${string}`;
  threshold: bigint;
}) {
  const queries = useQueryClient();
  const { data } = useDelegation(network, account);
  const again = () =>
    Promise.all(
      [queryKeys.delegation, queryKeys.balances, queryKeys.proposer].map((key) =>
        queries.invalidateQueries({ queryKey: key(network, account) }),
      ),
    );
  const take = useMutation({ mutationFn: () => postJson("/api/local/votes", { address: account }), onSuccess: again });
  if (!data) return null;
  const { amount, to } = data.held;
  const enough = amount >= threshold;
  const counted = enough && to !== null && isSameHex(to, account);
  const votes = formatOpen(threshold, "whole");
  return (
    <div className="mb-6">
      <Note title="Not enough votes to propose">
        {counted ? (
          <p>Your OPEN is delegated to you and votes from the next second of the chain on.</p>
        ) : enough ? (
          <>
            <p className="mb-3">OPEN votes only once it is delegated. Delegate it to yourself, and you can propose.</p>
            <DelegateForm
              kind="held"
              account={account}
              amount={amount}
              now={to}
              to={account}
              targets={[]}
              onDone={() => void again()}
            />
          </>
        ) : (
          <>
            <p>
              On this local chain you can take {votes} OPEN, as many votes as a proposal needs. It must then be
              delegated to yourself. It is worth nothing and exists on this machine only.
            </p>
            {take.error && <p className="mt-1 text-bad">{sentenceOf(take.error)}</p>}
            <Button className="mt-2" size="small" busy={take.isPending} onClick={() => take.mutate()}>
              Take {votes} test votes
            </Button>
          </>
        )}
      </Note>
    </div>
  );
}
