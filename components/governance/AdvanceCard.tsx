"use client";

import type { Proposed } from "../../lib/flows/governor.ts";
import { FlowPanel } from "../tx/FlowPanel.tsx";
import { Gate } from "../tx/Gate.tsx";
import { useFlow } from "../tx/useFlow.ts";
import { Card } from "../ui/Card.tsx";
import { useToast } from "../ui/Toast.tsx";
import { useVoter } from "./useVoter.ts";
import { whyNotAdvance } from "./whyNotVote.ts";

const wording = {
  queue: {
    title: "It passed",
    note: "Anybody can now hand it to the timelock. There it waits, so that whoever disagrees can leave first.",
    button: "Queue it",
    done: "In the timelock.",
    load: () => import("../../lib/flows/queueProposal.ts").then((module) => module.queueProposalFlow),
  },
  execute: {
    title: "In the timelock",
    note: "When its delay has passed, anybody can have the timelock make the calls.",
    button: "Execute it",
    done: "Executed: what it sets holds from now on.",
    load: () => import("../../lib/flows/executeProposal.ts").then((module) => module.executeProposalFlow),
  },
};

type Props = { proposal: Proposed; act: keyof typeof wording; onDone: () => void };

/** Queues or executes a proposal. */
export function AdvanceCard({ proposal, act, onDone }: Props) {
  const { title, note, button, done, load } = wording[act];
  const toast = useToast();
  const voter = useVoter(proposal.id);
  const flow = useFlow<Proposed, Record<string, never>>(`${act}-${proposal.id}`, load, () => {
    toast(done);
    flow.discard();
    onDone();
  });
  const { id, targets, amounts, calldatas, description } = proposal;
  return (
    <Card id="act" title={title} note={note}>
      <FlowPanel flow={flow} again="Not now">
        <Gate
          purpose={`${act} it`}
          reason={whyNotAdvance(voter, act)}
          busy={flow.running || flow.recalling}
          onAct={() => void flow.start({ id, targets, amounts, calldatas, description })}
        >
          {button}
        </Gate>
      </FlowPanel>
    </Card>
  );
}
