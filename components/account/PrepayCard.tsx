"use client";

import { type ReactNode, useState } from "react";
import { formatOpen } from "../../lib/format/money.ts";
import { AmountInput } from "../forms/AmountInput.tsx";
import { Field } from "../forms/Field.tsx";
import { whyNotAmount } from "../forms/whyNotAmount.ts";
import { FlowPanel } from "../tx/FlowPanel.tsx";
import { Gate } from "../tx/Gate.tsx";
import { useBalances } from "../tx/useBalances.ts";
import type { FlowHandle } from "../tx/useFlow.ts";
import { Card } from "../ui/Card.tsx";

/** How a card that takes money from the wallet is worded. Amounts in wei. */
type Wording = {
  id: string;
  title: string;
  note: string;
  /** Of the amount's field. */
  label: string;
  /** Of the amount; `held` is what the wallet holds, undefined while it is read. */
  hint: (amount: bigint | null, held: bigint | undefined) => string | undefined;
  /** Ends "Connect a wallet to …". */
  purpose: string;
  act: (amount: bigint | null) => string;
};

/** An amount in, a flow that prepays answers with it: nothing above what the wallet holds, what `needs` says it must take out. */
export function PrepayCard<R, F>({
  wording,
  flow,
  first,
  needs,
  onAct,
  children,
}: {
  wording: Wording;
  flow: FlowHandle<R, F>;
  /** The amount offered, in wei. */
  first: bigint;
  /** Wei that the amount takes out of the wallet. */
  needs: (amount: bigint) => bigint;
  onAct: (amount: bigint) => void;
  children?: ReactNode;
}) {
  const held = useBalances().data?.open;
  const [amount, setAmount] = useState<bigint | null>(first);
  const { id, title, note, label, hint, purpose, act } = wording;
  const taken = amount === null ? 0n : needs(amount);
  const reason =
    whyNotAmount(amount, label === "Amount" ? "an amount" : `a ${label.toLowerCase()}`) ??
    (held !== undefined && taken > held
      ? `It needs ${formatOpen(taken, "exact")} OPEN and you hold ${formatOpen(held, "exact")}.`
      : null);
  return (
    <Card id={id} title={title} note={note}>
      <FlowPanel flow={flow} again={`Change the ${label.toLowerCase()}`}>
        <form className="flex max-w-sm flex-col gap-4" onSubmit={(event) => event.preventDefault()}>
          <Field label={label} hint={hint(amount, held)}>
            {(control) => <AmountInput {...control} value={amount} onChange={setAmount} />}
          </Field>
          {children}
          <Gate
            purpose={purpose}
            reason={reason}
            busy={flow.running || flow.recalling}
            onAct={() => amount && onAct(amount)}
          >
            {act(amount)}
          </Gate>
        </form>
      </FlowPanel>
    </Card>
  );
}
