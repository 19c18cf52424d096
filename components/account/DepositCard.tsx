"use client";

import { useState } from "react";
import type { DepositFacts, DepositRequest } from "../../lib/flows/deposit.ts";
import { formatOpen, OPEN } from "../../lib/format/money.ts";
import type { Network } from "../../lib/tx/network.ts";
import { AmountInput } from "../forms/AmountInput.tsx";
import { Field } from "../forms/Field.tsx";
import { FlowSteps } from "../tx/FlowSteps.tsx";
import { Gate } from "../tx/Gate.tsx";
import { useBalances } from "../tx/useBalances.ts";
import { useFlow } from "../tx/useFlow.ts";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { ErrorNote } from "../ui/Note.tsx";
import { useToast } from "../ui/Toast.tsx";
import { useRefreshMoney } from "./useRefreshMoney.ts";

const loadFlow = () => import("../../lib/flows/deposit.ts").then((module) => module.depositFlow);

/** Prepays answers. */
export function DepositCard({ network, account }: { network: Network; account: string }) {
  const refresh = useRefreshMoney(network, account);
  const toast = useToast();
  const balances = useBalances();
  const [amount, setAmount] = useState<bigint | null>(10n * OPEN);
  const [permit, setPermit] = useState(true);
  const flow = useFlow<DepositRequest, DepositFacts>("deposit", loadFlow, ({ request }) => {
    refresh();
    toast(`${formatOpen(request.amount, "full")} OPEN deposited.`);
    flow.discard();
  });
  const held = balances.data?.open;
  const reason =
    amount === null || amount === 0n
      ? "Give an amount above 0."
      : held !== undefined && amount > held
        ? `You hold ${formatOpen(held)} OPEN.`
        : null;
  return (
    <Card
      id="deposit"
      title="Deposit"
      note="Kept in the escrow for this gateway. What you do not spend you can withdraw with three days’ notice."
    >
      {flow.record ? (
        <>
          <FlowSteps steps={flow.record.steps} title={flow.title} />
          {!flow.running && (
            <div className="mt-4 flex gap-3">
              <Gate purpose="go on" reason={null} onAct={() => void flow.resume()}>
                Go on
              </Gate>
              <Button onClick={flow.discard}>Change the amount</Button>
            </div>
          )}
        </>
      ) : (
        <form className="flex flex-col gap-4" onSubmit={(event) => event.preventDefault()}>
          <Field label="Amount" hint={held === undefined ? undefined : `You hold ${formatOpen(held)} OPEN.`}>
            {(control) => <AmountInput {...control} value={amount} onChange={setAmount} />}
          </Field>
          <label className="flex items-start gap-2.5 text-[13px] text-ink-2">
            <input
              type="checkbox"
              className="mt-0.5 size-4 accent-[var(--accent)]"
              checked={!permit}
              onChange={(event) => setPermit(!event.target.checked)}
            />
            Send the allowance as a transaction (for wallets that cannot sign it, such as contract accounts)
          </label>
          {flow.problem && <ErrorNote>{flow.problem}</ErrorNote>}
          <Gate
            purpose="deposit"
            reason={reason}
            busy={flow.running}
            onAct={() => amount && void flow.start({ amount, permit })}
          >
            Deposit
          </Gate>
        </form>
      )}
    </Card>
  );
}
