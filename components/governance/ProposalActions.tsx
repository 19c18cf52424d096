"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { Proposed } from "../../lib/flows/governor.ts";
import type { ProposalFacts, ProposalState } from "../../lib/governance/proposalState.ts";
import { queryKeys } from "../tx/queryKeys.ts";
import { SkipTime } from "../tx/SkipTime.tsx";
import { useToast } from "../ui/Toast.tsx";
import { useWallet } from "../wallet/WalletProvider.tsx";
import { AdvanceCard } from "./AdvanceCard.tsx";
import { CancelCard } from "./CancelCard.tsx";
import { skipsOf } from "./skipsOf.ts";
import { VoteCard } from "./VoteCard.tsx";

type Props = { proposal: Proposed & ProposalFacts & { proposer: `0x${string}` }; state: ProposalState; now: number };

/** What can be done about a proposal now, and on a local chain the way to what can be done next. */
export function ProposalActions({ proposal, state, now }: Props) {
  const router = useRouter();
  const queries = useQueryClient();
  const toast = useToast();
  const { network, account, isLocal } = useWallet();
  const again = () => {
    if (network && account)
      void queries.invalidateQueries({ queryKey: queryKeys.voter(network, account, String(proposal.id)) });
    router.refresh();
  };
  const skips = isLocal ? skipsOf(state, proposal, now) : [];
  return (
    <>
      {state === "active" && <VoteCard key={account} proposal={proposal.id} onDone={again} />}
      {state === "pending" && <CancelCard proposal={proposal} onDone={again} />}
      {(state === "succeeded" || state === "queued") && (
        <AdvanceCard key={state} proposal={proposal} act={state === "queued" ? "execute" : "queue"} onDone={again} />
      )}
      {skips.length > 0 && (
        <SkipTime
          skips={skips}
          onDone={() => {
            toast("The chain’s clock went ahead.");
            again();
          }}
        >
          Here the chain’s clock can be moved instead of waiting.
        </SkipTime>
      )}
    </>
  );
}
