"use client";

import Link from "next/link";
import { useState } from "react";
import type { CastVoteFacts, CastVoteRequest } from "../../lib/flows/castVote.ts";
import type { CountedVote } from "../../lib/flows/voteOf.ts";
import { formatOpen } from "../../lib/format/money.ts";
import { type Support, supports } from "../../lib/governance/support.ts";
import { delegatesHref } from "../../lib/site/hrefs.ts";
import { Textarea } from "../forms/controls.tsx";
import { Field } from "../forms/Field.tsx";
import { FlowPanel } from "../tx/FlowPanel.tsx";
import { Gate } from "../tx/Gate.tsx";
import { useFlow } from "../tx/useFlow.ts";
import { Card } from "../ui/Card.tsx";
import { useToast } from "../ui/Toast.tsx";
import { useWallet } from "../wallet/WalletProvider.tsx";
import { OwnVote } from "./OwnVote.tsx";
import { SignedVote } from "./SignedVote.tsx";
import { SubmitBallot } from "./SubmitBallot.tsx";
import { useVoter } from "./useVoter.ts";
import { whyNotVote } from "./whyNotVote.ts";

const loadFlow = () => import("../../lib/flows/castVote.ts").then((module) => module.castVoteFlow);
const LONGEST = 2_000;
const choices: { support: Support; label: string }[] = [
  { support: 1, label: "For" },
  { support: 0, label: "Against" },
  { support: 2, label: "Abstain" },
];

/** A vote with its reason: sent, or signed and handed to somebody who sends it. */
export function VoteCard({ proposal, onDone }: { proposal: bigint; onDone: () => void }) {
  const toast = useToast();
  const { status } = useWallet();
  const asked = useVoter(proposal);
  const voter = asked.data;
  const [support, setSupport] = useState<Support | null>(null);
  const [reason, setReason] = useState("");
  const [cast, setCast] = useState<CountedVote | null>(null); // until the chain is asked again
  const flow = useFlow<CastVoteRequest, CastVoteFacts>(`vote-${proposal}`, loadFlow, ({ request, facts }) => {
    toast(`${formatOpen(facts.weight, "whole")} votes ${supports[request.support]}.`);
    setCast({ support: request.support, weight: facts.weight, tx: null });
    flow.discard();
    onDone();
  });
  const voted = !flow.record && (cast !== null || voter?.voted === true);
  const cannot = whyNotVote(asked);
  const why = cannot ?? (support === null ? "Choose for, against or abstain." : null);
  const vote = support === null ? null : { proposal, support, reason: reason.trim() };
  return (
    <Card
      id="vote"
      title="Vote"
      note={!voted && voter?.weight ? `You have ${formatOpen(voter.weight, "whole")} votes on this.` : undefined}
    >
      {voted ? (
        <OwnVote vote={voter?.vote ?? cast} />
      ) : (
        <FlowPanel flow={flow} again="Change the vote">
          <form className="flex flex-col gap-4" onSubmit={(event) => event.preventDefault()}>
            <fieldset className="flex flex-wrap gap-2">
              <legend className="sr-only">Your vote</legend>
              {choices.map((choice) => (
                <label
                  key={choice.label}
                  className="flex min-h-9 flex-1 cursor-pointer items-center gap-2 rounded-control border border-[var(--field)] px-3 text-[14px] has-checked:border-accent has-checked:bg-accent-soft"
                >
                  <input
                    type="radio"
                    name="support"
                    className="size-4 accent-[var(--accent)]"
                    checked={support === choice.support}
                    onChange={() => setSupport(choice.support)}
                  />
                  {choice.label}
                </label>
              ))}
            </fieldset>
            <Field label="Reason" hint="Public for ever. May be left empty.">
              {(control) => (
                <Textarea
                  {...control}
                  rows={3}
                  maxLength={LONGEST}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              )}
            </Field>
            <Gate
              purpose="vote"
              reason={why}
              busy={flow.running || flow.recalling}
              onAct={() => vote && void flow.start(vote)}
            >
              Vote
            </Gate>
            {status === "connected" && voter?.weight === 0n && (
              <Link className="link text-[14px]" href={delegatesHref()}>
                Delegate for the next proposal
              </Link>
            )}
          </form>
        </FlowPanel>
      )}
      {!flow.record && (
        <div className="mt-5 grid gap-3 border-line border-t pt-4">
          {!voted && <SignedVote proposal={proposal} vote={vote} cannot={why} onDone={onDone} />}
          <SubmitBallot proposal={proposal} onDone={onDone} />
        </div>
      )}
    </Card>
  );
}
