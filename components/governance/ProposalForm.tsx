"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { lazy, Suspense, useState } from "react";
import type { ProposeFacts, ProposeRequest } from "../../lib/flows/propose.ts";
import { writeDescription } from "../../lib/governance/description.ts";
import { parseQuantity } from "../../lib/governance/quantity.ts";
import { whyNotSet } from "../../lib/governance/whyNotSet.ts";
import { proposalHref } from "../../lib/site/hrefs.ts";
import { Input, Textarea } from "../forms/controls.tsx";
import { Field } from "../forms/Field.tsx";
import { FaucetNote } from "../tx/FaucetNote.tsx";
import { FlowPanel } from "../tx/FlowPanel.tsx";
import { Gate } from "../tx/Gate.tsx";
import { queryKeys } from "../tx/queryKeys.ts";
import { useFlow } from "../tx/useFlow.ts";
import { BlockSkeleton } from "../ui/Skeleton.tsx";
import { useWallet } from "../wallet/WalletProvider.tsx";
import { ParameterFields } from "./ParameterFields.tsx";
import { findParameter, titleFor } from "./templates.ts";
import { useProposer, whyNotPropose } from "./useProposer.ts";

// Both encode calls, which takes more code than the form.
const CallPreview = lazy(() => import("./CallPreview.tsx").then((file) => ({ default: file.CallPreview })));
const TestVotes = lazy(() => import("./TestVotes.tsx"));
const loadEncoder = () => import("../../lib/governance/setParameter.ts");
const loadFlow = () => import("../../lib/flows/propose.ts").then((module) => module.proposeFlow);

/** One parameter, its new value and the reason; what the chain would be asked to do is shown before it is proposed. */
export function ProposalForm({ values, chosen }: { values: Record<string, bigint>; chosen: string | null }) {
  const router = useRouter();
  const queries = useQueryClient();
  const { network, account, isLocal } = useWallet();
  const { data: proposer } = useProposer();
  const [key, setKey] = useState(chosen ?? Object.keys(values)[0]!);
  const [typed, setTyped] = useState("");
  const [title, setTitle] = useState("");
  const [reason, setReason] = useState("");
  const flow = useFlow<ProposeRequest, ProposeFacts>("propose", loadFlow, ({ facts }) => {
    flow.discard();
    if (network && account) void queries.invalidateQueries({ queryKey: queryKeys.delegation(network, account) });
    router.push(proposalHref(facts.id));
  });

  const parameter = findParameter(key);
  const value = parseQuantity(typed, parameter.unit);
  const of = (name: string) => values[`${parameter.contract}.${name}`] ?? 0n;
  const present = values[key] ?? null;
  const wrong = whyNotSet(parameter, value, present, of);
  const suggested = value === null || wrong ? "" : titleFor(parameter, value);
  const shownTitle = title || suggested;
  const why =
    wrong ?? (reason.trim() === "" ? "Say why: voters see nothing else of you." : null) ?? whyNotPropose(proposer);

  async function act() {
    const target = network?.deployment.contracts[parameter.contract];
    if (!target || value === null) return;
    const { setterData } = await loadEncoder();
    const calls = [{ target, data: setterData(parameter, value) }];
    void flow.start({ calls, description: writeDescription(shownTitle, reason) });
  }

  return (
    <>
      <FaucetNote />
      {isLocal && network && account && proposer && proposer.votes < proposer.threshold && (
        <Suspense>
          <TestVotes network={network} account={account} threshold={proposer.threshold} />
        </Suspense>
      )}
      <FlowPanel flow={flow} again="Change it">
        <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_380px]">
          <form className="flex flex-col gap-5" onSubmit={(event) => event.preventDefault()}>
            <ParameterFields
              values={values}
              chosen={key}
              onChosen={(next) => {
                setKey(next);
                setTyped("");
              }}
              typed={typed}
              onTyped={setTyped}
              error={typed.trim() === "" ? null : wrong}
            />
            <Field label="Title" hint="What the list shows. A plain sentence that says what changes.">
              {(control) => (
                <Input
                  {...control}
                  maxLength={120}
                  placeholder={suggested}
                  value={title}
                  onChange={(event) => setTitle(event.target.value)}
                />
              )}
            </Field>
            <Field label="Reason" hint="Public for ever, part of the proposal. Markdown marks are shown as written.">
              {(control) => (
                <Textarea
                  {...control}
                  rows={7}
                  maxLength={10_000}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              )}
            </Field>
            <Gate purpose="propose" reason={why} busy={flow.running || flow.recalling} onAct={act}>
              Propose
            </Gate>
          </form>
          <Suspense fallback={<BlockSkeleton className="h-64" />}>
            <CallPreview
              parameter={parameter}
              present={present}
              value={wrong ? null : value}
              title={shownTitle}
              proposer={proposer}
            />
          </Suspense>
        </div>
      </FlowPanel>
    </>
  );
}
