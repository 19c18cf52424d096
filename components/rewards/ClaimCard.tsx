"use client";

import type { Rewards } from "../../lib/flows/api/rewards.ts";
import type { ClaimFacts, ClaimRequest } from "../../lib/flows/claim.ts";
import { formatOpen } from "../../lib/format/money.ts";
import { FlowSteps } from "../tx/FlowSteps.tsx";
import { Gate } from "../tx/Gate.tsx";
import { useFlow } from "../tx/useFlow.ts";
import { Card } from "../ui/Card.tsx";
import { ErrorNote, Note } from "../ui/Note.tsx";

const loadFlow = () => import("../../lib/flows/claim.ts").then((module) => module.claimFlow);

/** Takes out what is due, or says why there is nothing. */
export function ClaimCard({ rewards, onDone }: { rewards: Rewards; onDone: () => void }) {
  const flow = useFlow<ClaimRequest, ClaimFacts>("claim", loadFlow, onDone);
  const { claim, claimable, reason } = rewards;
  const unfinished = flow.record && !flow.done;

  function act() {
    if (unfinished) void flow.resume();
    else if (claim) void flow.start({ claims: [claim], pays: claimable });
  }

  return (
    <Card id="claim" title="Claim" note="One transaction takes out everything that is due; what is due never expires.">
      {flow.done && flow.record && flow.record.facts.paid !== null && (
        <div className="mb-4" role="status">
          <Note tone="good" title={`${formatOpen(flow.record.facts.paid, "precise")} OPEN paid out`}>
            It is in your wallet.
          </Note>
        </div>
      )}
      {unfinished && flow.record && (
        <div className="mb-4">
          <FlowSteps steps={flow.record.steps} title={flow.title} />
        </div>
      )}
      {flow.problem && <ErrorNote>{flow.problem}</ErrorNote>}
      {claim || unfinished ? (
        <Gate purpose="claim" reason={null} busy={flow.running} onAct={act}>
          {unfinished ? "Go on" : `Claim ${formatOpen(claimable, "precise")} OPEN`}
        </Gate>
      ) : (
        <p className="text-[14px] text-ink-2">{reason}</p>
      )}
    </Card>
  );
}
