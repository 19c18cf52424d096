"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { sentenceOf } from "../../lib/errors/sentenceOf.ts";
import type { ContributeFacts, ContributeRequest } from "../../lib/flows/contribute.ts";
import type { Draft } from "../../lib/flows/storeContribution.ts";
import { withQuery } from "../../lib/site/hrefs.ts";
import { Input } from "../forms/controls.tsx";
import { Field } from "../forms/Field.tsx";
import { FaucetNote } from "../tx/FaucetNote.tsx";
import { Gate } from "../tx/Gate.tsx";
import { queryKeys } from "../tx/queryKeys.ts";
import { useBalances } from "../tx/useBalances.ts";
import { useFlow } from "../tx/useFlow.ts";
import { ErrorNote } from "../ui/Note.tsx";
import { BlockSkeleton } from "../ui/Skeleton.tsx";
import { useWallet } from "../wallet/WalletProvider.tsx";
import { ContributeSteps } from "./ContributeSteps.tsx";
import { PreflightPanel } from "./PreflightPanel.tsx";
import { type DataType, pastedType } from "./readTextFile.ts";
import { TextField } from "./TextField.tsx";
import { useDraft } from "./useDraft.ts";
import { usePreflight } from "./usePreflight.ts";
import { WhatHappens } from "./WhatHappens.tsx";
import { whyNotContribute } from "./whyNotContribute.ts";

export type ContributeTarget = {
  id: bigint;
  name: string;
  licence: string | null;
  dataType: DataType | null;
  direct: boolean;
  minReviews: number | null;
};

const loadFlow = () => import("../../lib/flows/contribute.ts").then((module) => module.contributeFlow);

/** Text in, preflight beside it, then the steps on the chain. */
export function ContributeForm({ datanet }: { datanet: ContributeTarget }) {
  const router = useRouter();
  const queries = useQueryClient();
  const { network, account } = useWallet();
  const balances = useBalances();
  const { draft, change, clear } = useDraft(datanet.id, {
    title: "",
    text: "",
    mediaType: pastedType(datanet.dataType),
  });
  const preflight = usePreflight(datanet.id, draft, account);
  const [agreed, setAgreed] = useState(false);
  const [storing, setStoring] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const flow = useFlow<ContributeRequest, ContributeFacts>("contribute", loadFlow, ({ facts, request }) => {
    if (request.datanet === datanet.id) clear();
    flow.discard();
    if (network && account) void queries.invalidateQueries({ queryKey: queryKeys.balances(network, account) });
    router.replace(withQuery(`/datanets/${request.datanet}/contribute`, { contribution: String(facts.contribution) }));
  });

  // A page read again must not offer an empty form before it has found what was begun; once open, it stays.
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!flow.recalling) setOpen(true);
  }, [flow.recalling]);

  async function begin() {
    if (!account || !preflight.result) return;
    setStoring(true);
    setProblem(null);
    try {
      const { newSalt, storeContribution } = await import("../../lib/flows/storeContribution.ts");
      const stored = await storeContribution(draft, account);
      const { words, bond } = preflight.result;
      const { id, direct } = datanet;
      void flow.start({ ...stored, datanet: id, direct, title: draft.title.trim(), words, bond, salt: newSalt() });
    } catch (error) {
      setProblem(sentenceOf(error));
    } finally {
      setStoring(false);
    }
  }

  const licence = datanet.licence ?? "the datanet’s licence";
  const reason = whyNotContribute({ draft, ...preflight, held: balances.data?.open, agreed, licence });

  return (
    <>
      <FaucetNote />
      {flow.record && <ContributeSteps flow={flow} here={datanet.id} />}
      {!flow.record && !open && <BlockSkeleton className="h-96" />}
      {!flow.record && open && (
        <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_360px]">
          <form className="flex flex-col gap-5" onSubmit={(event) => event.preventDefault()}>
            <Fields
              draft={draft}
              change={change}
              pasted={pastedType(datanet.dataType)}
              storing={storing}
              agreement={`I may contribute this text under ${licence}.`}
              agreed={agreed}
              onAgreed={setAgreed}
            />
            {(problem || flow.problem) && <ErrorNote>{problem ?? flow.problem}</ErrorNote>}
            <Gate purpose="contribute" reason={reason} busy={storing || flow.running} onAct={begin}>
              Contribute
            </Gate>
          </form>
          <aside>
            <PreflightPanel datanet={datanet.id} {...preflight} />
            <WhatHappens direct={datanet.direct} minReviews={datanet.minReviews} />
          </aside>
        </div>
      )}
    </>
  );
}

function Fields({
  draft,
  change,
  pasted,
  storing,
  agreement,
  agreed,
  onAgreed,
}: {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  /** Media type of what is typed or pasted. */
  pasted: Draft["mediaType"];
  storing: boolean;
  agreement: string;
  agreed: boolean;
  onAgreed: (agreed: boolean) => void;
}) {
  return (
    <>
      <Field label="Title" hint="How the text is named on receipts.">
        {(control) => (
          <Input
            {...control}
            maxLength={200}
            value={draft.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <TextField
        text={draft.text}
        disabled={storing}
        onText={(text) => change({ text, mediaType: pasted })}
        onFile={(file) => change({ ...file, title: draft.title || file.title })}
      />
      <label className="flex items-start gap-2.5 text-[14px]">
        <input
          type="checkbox"
          className="mt-1 size-4 accent-[var(--accent)]"
          checked={agreed}
          onChange={(event) => onAgreed(event.target.checked)}
        />
        {agreement}
      </label>
    </>
  );
}
