"use client";

import { useState } from "react";
import type { SubmitBallotFacts } from "../../lib/flows/submitBallot.ts";
import { shortHex } from "../../lib/format/address.ts";
import { type Ballot, readBallot } from "../../lib/governance/ballot.ts";
import { supports } from "../../lib/governance/support.ts";
import { Textarea } from "../forms/controls.tsx";
import { Field } from "../forms/Field.tsx";
import { FlowPanel } from "../tx/FlowPanel.tsx";
import { Gate } from "../tx/Gate.tsx";
import { useFlow } from "../tx/useFlow.ts";
import { useToast } from "../ui/Toast.tsx";

const loadFlow = () => import("../../lib/flows/submitBallot.ts").then((module) => module.submitBallotFlow);

/** Hands in a ballot that somebody else signed. */
export function SubmitBallot({ proposal, onDone }: { proposal: bigint; onDone: () => void }) {
  const toast = useToast();
  const [text, setText] = useState("");
  const flow = useFlow<Ballot, SubmitBallotFacts>(`submitBallot-${proposal}`, loadFlow, ({ request }) => {
    toast(`The vote of ${shortHex(request.voter)} is cast.`);
    flow.discard();
    setText("");
    onDone();
  });
  const ballot = readBallot(text);
  const problem =
    text.trim() === ""
      ? null
      : ballot === null
        ? "This is no ballot: paste the whole text that its signer copied."
        : ballot.proposal === proposal
          ? null
          : "This ballot is for another proposal: open that one and submit it there.";
  return (
    <details className="text-[14px]" open={flow.record !== null || undefined}>
      <summary className="cursor-pointer text-ink-2">Submit somebody’s signed ballot</summary>
      <div className="mt-3">
        <FlowPanel flow={flow} again="Not now">
          <form className="grid gap-3" onSubmit={(event) => event.preventDefault()}>
            <Field
              label="Signed ballot"
              hint={ballot ? `${shortHex(ballot.voter)} votes ${supports[ballot.support]}.` : undefined}
              error={problem}
            >
              {(control) => (
                <Textarea
                  {...control}
                  rows={4}
                  className="font-mono text-[12px]"
                  value={text}
                  onChange={(event) => setText(event.target.value)}
                />
              )}
            </Field>
            <Gate
              purpose="submit it"
              reason={ballot === null || problem ? (problem ?? "Paste a ballot.") : null}
              busy={flow.running || flow.recalling}
              onAct={() => ballot && void flow.start(ballot)}
            >
              Submit the ballot
            </Gate>
          </form>
        </FlowPanel>
      </div>
    </details>
  );
}
