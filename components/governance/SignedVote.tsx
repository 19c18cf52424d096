"use client";

import type { CastVoteRequest } from "../../lib/flows/castVote.ts";
import type { SignVoteFacts, SignVoteRequest } from "../../lib/flows/signVote.ts";
import { writeBallot } from "../../lib/governance/ballot.ts";
import { FlowPanel } from "../tx/FlowPanel.tsx";
import { Gate } from "../tx/Gate.tsx";
import { useFlow } from "../tx/useFlow.ts";
import { Button } from "../ui/Button.tsx";
import { CopyButton } from "../ui/CopyButton.tsx";
import { useWallet } from "../wallet/WalletProvider.tsx";

const loadFlow = () => import("../../lib/flows/signVote.ts").then((module) => module.signVoteFlow);

type Props = { proposal: bigint; vote: CastVoteRequest | null; cannot: string | null; onDone: () => void };

/** The same vote without gas: a signature, which anybody can submit. */
export function SignedVote({ proposal, vote, cannot, onDone }: Props) {
  const { account, isLocal } = useWallet();
  const flow = useFlow<SignVoteRequest, SignVoteFacts>(`signVote-${proposal}`, loadFlow, ({ request }) => {
    if (request.relay) onDone();
  });
  const { record } = flow;
  const signature = record?.facts.signature;
  const ballot = record && signature && account ? { ...record.request, voter: account, signature } : null;
  return (
    <details className="text-[14px]" open={record !== null || undefined}>
      <summary className="cursor-pointer text-ink-2">Vote without gas: sign a ballot</summary>
      <div className="mt-3 grid gap-3">
        <FlowPanel flow={flow} again="Throw it away">
          <p className="text-[13px] text-ink-2">
            The vote and reason above are signed in your wallet. Whoever submits the ballot pays the gas; the vote
            counts as yours.
          </p>
          <div className="flex flex-wrap gap-3">
            {isLocal && (
              <Gate
                purpose="sign"
                reason={cannot}
                busy={flow.running || flow.recalling}
                onAct={() => vote && void flow.start({ ...vote, relay: true })}
              >
                Sign, and let this server submit it
              </Gate>
            )}
            {cannot === null && (
              <Button busy={flow.running} onClick={() => vote && void flow.start({ ...vote, relay: false })}>
                Sign to hand it on
              </Button>
            )}
          </div>
        </FlowPanel>
        {flow.done && ballot && !record?.request.relay && (
          <>
            <pre className="max-h-48 overflow-auto whitespace-pre-wrap break-all rounded-control bg-sunken p-3 font-mono text-[12px]">
              {writeBallot(ballot)}
            </pre>
            <div className="flex gap-3">
              <CopyButton text={writeBallot(ballot)} label="Copy the ballot" />
              <Button size="small" onClick={flow.discard}>
                Done
              </Button>
            </div>
          </>
        )}
        {flow.done && record?.request.relay && <p className="text-[13px] text-ink-2">Your vote is counted.</p>}
      </div>
    </details>
  );
}
