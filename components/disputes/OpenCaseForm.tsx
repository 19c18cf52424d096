"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Accusable } from "@/lib/db/queries/accusable.ts";
import { WHOLE } from "../../lib/chain/arbiter.ts";
import type { OpenCaseFacts, OpenCaseRequest } from "../../lib/flows/openCase.ts";
import { formatOpen } from "../../lib/format/money.ts";
import { caseHref } from "../../lib/site/hrefs.ts";
import { Input, Textarea } from "../forms/controls.tsx";
import { Field } from "../forms/Field.tsx";
import { FaucetNote } from "../tx/FaucetNote.tsx";
import { FlowPanel } from "../tx/FlowPanel.tsx";
import { Gate } from "../tx/Gate.tsx";
import { useBalances } from "../tx/useBalances.ts";
import { useFlow } from "../tx/useFlow.ts";
import { Card } from "../ui/Card.tsx";
import { useWallet } from "../wallet/WalletProvider.tsx";
import { whyNotOpen } from "./whyNotOpen.ts";

const loadFlow = () => import("../../lib/flows/openCase.ts").then((module) => module.openCaseFlow);

/** The claim, in one's own words, and the bond behind it. @param bond wei of OPEN; 0 where the epoch's dispute has one already */
export function OpenCaseForm({ about, bond }: { about: Accusable; bond: bigint }) {
  const router = useRouter();
  const { account } = useWallet();
  const held = useBalances().data?.open;
  const [evidence, setEvidence] = useState("");
  const [item, setItem] = useState("");
  const { subject, id, items } = about;
  const flow = useFlow<OpenCaseRequest, OpenCaseFacts>(`openCase-${subject}-${id}`, loadFlow, ({ facts }) => {
    if (facts.caseId !== null) router.push(caseHref(facts.caseId));
  });
  const index = item.trim() === "" ? WHOLE : Number(item);
  const reason = whyNotOpen({ about, bond, account, held, evidence, index });
  return (
    <>
      <FaucetNote />
      <Card id="case" title="Your claim" note="Public for ever: the text is stored, its hash goes on the chain.">
        <FlowPanel flow={flow} again="Change it">
          <form className="flex max-w-2xl flex-col gap-4" onSubmit={(event) => event.preventDefault()}>
            <Field
              label="Evidence"
              hint="What is wrong, where it can be seen, and how to check it: rows, hashes, links to receipts."
            >
              {(control) => (
                <Textarea
                  {...control}
                  rows={8}
                  value={evidence}
                  onChange={(event) => setEvidence(event.target.value)}
                />
              )}
            </Field>
            {subject === "contribution" && items > 1 && (
              <Field label="Item" hint={`0 to ${items - 1}; nothing for all of it.`}>
                {(control) => (
                  <Input
                    {...control}
                    inputMode="numeric"
                    className="num w-32 text-right"
                    value={item}
                    onChange={(event) => setItem(event.target.value)}
                  />
                )}
              </Field>
            )}
            <p className="max-w-prose text-[14px] text-ink-2">
              {bond === 0n
                ? "The epoch is disputed already, and that dispute’s bond stands for the case."
                : `The bond is ${formatOpen(bond, "full")} OPEN. Found right, you have it back and half of what is slashed; found wrong, half goes to the accused and half is burnt.`}
            </p>
            <Gate
              purpose="bring the case"
              reason={reason}
              busy={flow.running || flow.recalling}
              onAct={() =>
                void flow.start({ subject, id, item: subject === "contribution" ? index : 0, evidence, bond })
              }
            >
              {subject === "epoch" && !about.disputed ? "Dispute it and open the case" : "Open the case"}
            </Gate>
          </form>
        </FlowPanel>
      </Card>
    </>
  );
}
