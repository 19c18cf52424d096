"use client";

import { useState } from "react";
import { sharesFor, worthOf } from "../../lib/chain/poolShares.ts";
import type { UnstakeFacts, UnstakeRequest } from "../../lib/flows/unstake.ts";
import { formatDateTime } from "../../lib/format/date.ts";
import { formatOpen } from "../../lib/format/money.ts";
import { AmountInput } from "../forms/AmountInput.tsx";
import { Field } from "../forms/Field.tsx";
import { whyNotAmount } from "../forms/whyNotAmount.ts";
import { FlowPanel } from "../tx/FlowPanel.tsx";
import { Gate } from "../tx/Gate.tsx";
import { useFlow } from "../tx/useFlow.ts";
import { Button } from "../ui/Button.tsx";
import { useToast } from "../ui/Toast.tsx";
import type { LivePosition } from "./useStakes.ts";

const loadFlow = () => import("../../lib/flows/unstake.ts").then((module) => module.unstakeFlow);

/** Starts to take stake out of a pool: all of it, unless the person chooses less. Nothing at all where nothing is left to unstake. */
export function UnstakeForm({ position, name, onDone }: { position: LivePosition; name: string; onDone: () => void }) {
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState<bigint | null | undefined>(undefined); // undefined: all of it, also when that changes
  const flow = useFlow<UnstakeRequest, UnstakeFacts>(`unstake-${position.id}`, loadFlow, ({ facts }) => {
    if (facts.thawedAt !== null) toast(`It thaws until ${formatDateTime(facts.thawedAt)} (chain time).`);
    onDone();
    setOpen(false);
    setTyped(undefined);
    flow.discard();
  });
  const pool = { tokens: position.poolTokens, shares: position.poolShares };
  const all = worthOf(position.shares, pool);
  const amount = typed === undefined ? all : typed;
  if (position.shares === 0n && !flow.record) return null;
  if (!open && !flow.record)
    return (
      <Button className="mt-4" size="small" busy={flow.recalling} onClick={() => setOpen(true)}>
        Unstake…
      </Button>
    );
  const reason =
    whyNotAmount(amount) ?? (amount! > all ? `At most ${formatOpen(all, "exact")} OPEN are staked here.` : null);
  const again = position.thawing > 0n ? " What thaws already starts its clock anew." : "";

  function act() {
    if (amount === null) return;
    const shares = typed === undefined ? position.shares : sharesFor(amount, pool, position.shares);
    void flow.start({ target: position.target, name, shares, worth: amount });
  }

  return (
    <div className="mt-4 max-w-md">
      <FlowPanel flow={flow} again="Not now">
        <form className="flex flex-col gap-4" onSubmit={(event) => event.preventDefault()}>
          <Field
            label="Amount to unstake"
            hint={`It thaws for 14 days, earns and votes no more from now on, and can be slashed until it is out.${again}`}
          >
            {(control) => <AmountInput {...control} value={amount} onChange={setTyped} />}
          </Field>
          <div className="flex flex-wrap items-start gap-3">
            <Gate purpose="unstake" reason={reason} busy={flow.running || flow.recalling} onAct={act}>
              Unstake
            </Gate>
            <Button onClick={() => setOpen(false)}>Keep it</Button>
          </div>
        </form>
      </FlowPanel>
    </div>
  );
}
