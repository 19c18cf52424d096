"use client";

import { useState } from "react";
import type { BudgetFacts, BudgetRequest } from "../../lib/flows/openBudget.ts";
import { formatOpen, OPEN } from "../../lib/format/money.ts";
import type { Network } from "../../lib/tx/network.ts";
import type { KeptKey } from "../account/keyring.ts";
import { useRefreshMoney } from "../account/useRefreshMoney.ts";
import { AmountInput } from "../forms/AmountInput.tsx";
import { Field } from "../forms/Field.tsx";
import { FlowSteps } from "../tx/FlowSteps.tsx";
import { Gate } from "../tx/Gate.tsx";
import { useBalances } from "../tx/useBalances.ts";
import { useFlow } from "../tx/useFlow.ts";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { ErrorNote } from "../ui/Note.tsx";

const loadFlow = () => import("../../lib/flows/openBudget.ts").then((module) => module.openBudgetFlow);

const SETTLES_MS = 4_000;

const LABEL = "Playground in this browser";

/** From a connected wallet to being able to ask: a deposit, a signed budget and a key that stays in this browser. */
export function BudgetCard({
  network,
  account,
  prepaid,
  onKey,
}: {
  network: Network;
  account: string;
  /** Wei already deposited and not spent. */
  prepaid: bigint;
  onKey: (key: KeptKey) => void;
}) {
  const refresh = useRefreshMoney(network, account);
  const balances = useBalances();
  const [budget, setBudget] = useState<bigint | null>(5n * OPEN);
  const flow = useFlow<BudgetRequest, BudgetFacts>("openBudget", loadFlow, ({ facts, request }) => {
    if (facts.key.key)
      onKey({ key: facts.key.key, label: request.label, madeAt: Math.trunc(Date.now() / 1_000), playground: true });
    refresh();
    setTimeout(flow.discard, SETTLES_MS); // the card is gone by then, unless the credit does not come
  });
  const missing = budget !== null && budget > prepaid ? budget - prepaid : 0n;
  const held = balances.data?.open;
  const reason =
    budget === null || budget === 0n
      ? "Give a budget above 0."
      : held !== undefined && missing > held
        ? `It needs a deposit of ${formatOpen(missing)} OPEN and you hold ${formatOpen(held)}.`
        : null;
  return (
    <Card
      id="budget"
      title="Set a budget"
      note="Answers are paid from a deposit, up to an amount you sign once. What is left stays yours."
    >
      {flow.record ? (
        <>
          <FlowSteps steps={flow.record.steps} title={flow.title} />
          {!flow.running && !flow.done && (
            <div className="mt-4 flex gap-3">
              <Gate purpose="go on" reason={null} onAct={() => void flow.resume()}>
                Go on
              </Gate>
              <Button onClick={flow.discard}>Change the budget</Button>
            </div>
          )}
        </>
      ) : (
        <form className="flex max-w-sm flex-col gap-4" onSubmit={(event) => event.preventDefault()}>
          <Field
            label="Budget"
            hint={missing > 0n ? `Deposits ${formatOpen(missing)} OPEN from your wallet.` : "Your deposit covers it."}
          >
            {(control) => <AmountInput {...control} value={budget} onChange={setBudget} />}
          </Field>
          {flow.problem && <ErrorNote>{flow.problem}</ErrorNote>}
          <Gate
            purpose="ask"
            reason={reason}
            busy={flow.running}
            onAct={() => budget && void flow.start({ label: LABEL, budget })}
          >
            {missing > 0n ? "Deposit and sign" : "Sign the budget"}
          </Gate>
        </form>
      )}
    </Card>
  );
}
