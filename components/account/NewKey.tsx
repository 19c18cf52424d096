"use client";

import { useState } from "react";
import type { CreateKeyFacts, CreateKeyRequest } from "../../lib/flows/createKey.ts";
import { OPEN } from "../../lib/format/money.ts";
import type { Network } from "../../lib/tx/network.ts";
import { AmountInput } from "../forms/AmountInput.tsx";
import { Input } from "../forms/controls.tsx";
import { Field } from "../forms/Field.tsx";
import { whyNotAmount } from "../forms/whyNotAmount.ts";
import { FlowPanel } from "../tx/FlowPanel.tsx";
import { Gate } from "../tx/Gate.tsx";
import { useFlow } from "../tx/useFlow.ts";
import { Button } from "../ui/Button.tsx";
import { CopyButton } from "../ui/CopyButton.tsx";
import { Note } from "../ui/Note.tsx";
import { budgetHint } from "./budgetHint.ts";
import type { KeptKey } from "./keyring.ts";
import { useCredit } from "./useCredit.ts";
import { useRefreshMoney } from "./useRefreshMoney.ts";

const loadFlow = () => import("../../lib/flows/createKey.ts").then((module) => module.createKeyFlow);

/** Label and budget in, a key out, shown this once. */
export function NewKey({
  network,
  account,
  onMade,
  onClose,
}: {
  network: Network;
  account: string;
  onMade: (key: KeptKey) => void;
  onClose: () => void;
}) {
  const refresh = useRefreshMoney(network, account);
  const credit = useCredit(network, account);
  const [label, setLabel] = useState("");
  const [budget, setBudget] = useState<bigint | null>(5n * OPEN);
  const [made, setMade] = useState<string | null>(null);
  const flow = useFlow<CreateKeyRequest, CreateKeyFacts>("createKey", loadFlow, ({ facts, request }) => {
    refresh();
    flow.discard();
    if (!facts.key) return;
    onMade({ key: facts.key, label: request.label, madeAt: Math.trunc(Date.now() / 1_000), playground: false });
    setMade(facts.key);
  });

  if (made) {
    return (
      <div className="flex flex-col gap-4 text-[14px]">
        <Note tone="good" title="This is your key">
          Copy it now: it is not shown again.
        </Note>
        <code className="break-all rounded-control bg-sunken p-3 font-mono text-[13px]">{made}</code>
        <div className="flex gap-3">
          <CopyButton text={made} label="Copy the key" />
          <Button size="small" onClick={onClose}>
            Done
          </Button>
        </div>
      </div>
    );
  }
  const reason = label.trim() === "" ? "Give it a label." : whyNotAmount(budget, "a budget");
  return (
    <FlowPanel flow={flow} again="Start over">
      <form className="flex flex-col gap-4" onSubmit={(event) => event.preventDefault()}>
        <Field label="Label" hint="So that you know it again, such as the application’s name.">
          {(control) => (
            <Input {...control} maxLength={80} value={label} onChange={(event) => setLabel(event.target.value)} />
          )}
        </Field>
        <Field label="Budget" hint={budgetHint(credit.data, budget)}>
          {(control) => <AmountInput {...control} value={budget} onChange={setBudget} />}
        </Field>
        <p className="text-[13px] text-ink-2">
          Your wallet asks twice: for the budget, and to show that it is you. The second never goes on the chain.
        </p>
        <Gate
          purpose="make a key"
          reason={reason}
          busy={flow.running || flow.recalling}
          onAct={() => budget && void flow.start({ label: label.trim(), budget })}
        >
          Sign and create
        </Gate>
      </form>
    </FlowPanel>
  );
}
