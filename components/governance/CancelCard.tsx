"use client";

import type { Proposed } from "../../lib/flows/governor.ts";
import { isSameHex } from "../../lib/format/address.ts";
import { FlowPanel } from "../tx/FlowPanel.tsx";
import { useFlow } from "../tx/useFlow.ts";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { useToast } from "../ui/Toast.tsx";
import { useWallet } from "../wallet/WalletProvider.tsx";

const loadFlow = () => import("../../lib/flows/cancelProposal.ts").then((module) => module.cancelProposalFlow);

/** Before voting: its proposer may take it back. Nobody else is shown more than when voting opens. */
export function CancelCard({ proposal, onDone }: { proposal: Proposed & { proposer: string }; onDone: () => void }) {
  const { account, wrongChain } = useWallet();
  const toast = useToast();
  const flow = useFlow<Proposed, Record<string, never>>(`cancel-${proposal.id}`, loadFlow, () => {
    toast("The proposal is taken back.");
    flow.discard();
    onDone();
  });
  const { id, targets, amounts, calldatas, description } = proposal;
  const mine = account !== null && !wrongChain && isSameHex(account, proposal.proposer);
  return (
    <Card
      id="act"
      title="Voting has not opened"
      note="Votes are those of the moment it opens: OPEN delegated before then counts. Until then its proposer can take it back."
    >
      {mine ? (
        <FlowPanel flow={flow} again="Keep it">
          <Button
            variant="danger"
            busy={flow.running || flow.recalling}
            onClick={() => void flow.start({ id, targets, amounts, calldatas, description })}
          >
            Take it back
          </Button>
        </FlowPanel>
      ) : null}
    </Card>
  );
}
