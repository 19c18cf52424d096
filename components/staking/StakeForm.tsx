"use client";

import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import type { StakeTarget } from "@/lib/db/queries/stakeTargets.ts";
import { sentenceOf } from "../../lib/errors/sentenceOf.ts";
import type { StakeFacts, StakeRequest } from "../../lib/flows/stake.ts";
import { formatOpen, OPEN } from "../../lib/format/money.ts";
import type { Network } from "../../lib/tx/network.ts";
import { AmountInput } from "../forms/AmountInput.tsx";
import { Field } from "../forms/Field.tsx";
import { whyNotAmount } from "../forms/whyNotAmount.ts";
import { FlowPanel } from "../tx/FlowPanel.tsx";
import { Gate } from "../tx/Gate.tsx";
import { queryKeys } from "../tx/queryKeys.ts";
import { useBalances } from "../tx/useBalances.ts";
import { useFlow } from "../tx/useFlow.ts";
import { Card } from "../ui/Card.tsx";
import { ErrorNote } from "../ui/Note.tsx";
import { useToast } from "../ui/Toast.tsx";
import { targetName } from "./kinds.ts";
import { readTargets } from "./reads.ts";
import { TargetPicker } from "./TargetPicker.tsx";

const loadFlow = () => import("../../lib/flows/stake.ts").then((module) => module.stakeFlow);

/** Puts OPEN behind a target; one is chosen beforehand by `?target=` with its registry id. */
export function StakeForm({ network, onDone }: { network: Network; onDone: () => void }) {
  const toast = useToast();
  const targets = useQuery({ queryKey: queryKeys.stakeTargets(network), queryFn: readTargets });
  const wanted = useSearchParams().get("target");
  const [picked, setPicked] = useState<string | null>(null);
  const [amount, setAmount] = useState<bigint | null>(100n * OPEN);
  const held = useBalances().data?.open;
  const flow = useFlow<StakeRequest, StakeFacts>("stake", loadFlow, ({ request }) => {
    toast(`${formatOpen(request.amount, "full")} OPEN staked on ${request.name}.`);
    onDone();
    flow.discard();
  });
  const target = targets.data?.find(({ id }) => String(id) === (picked ?? wanted)) ?? null;
  const reason = whyNot(target, amount, held);
  return (
    <Card
      id="stake"
      title="Stake"
      note="It can be unstaked at any time and then thaws for 14 days, as long as it can still be slashed."
    >
      {targets.error && <ErrorNote>{sentenceOf(targets.error)}</ErrorNote>}
      <FlowPanel flow={flow} again="Change it">
        <form className="flex max-w-md flex-col gap-4" onSubmit={(event) => event.preventDefault()}>
          <TargetPicker targets={targets.data ?? []} value={target} onPick={({ id }) => setPicked(String(id))} />
          <Field label="Amount" hint={held === undefined ? undefined : `You hold ${formatOpen(held)} OPEN.`}>
            {(control) => <AmountInput {...control} value={amount} onChange={setAmount} />}
          </Field>
          <Gate
            purpose="stake"
            reason={reason}
            busy={flow.running || flow.recalling}
            onAct={() =>
              target && amount && void flow.start({ target: target.target, name: targetName(target), amount })
            }
          >
            Stake
          </Gate>
        </form>
      </FlowPanel>
    </Card>
  );
}

function whyNot(target: StakeTarget | null, amount: bigint | null, held: bigint | undefined): string | null {
  if (!target) return "Choose what to stake on.";
  if (held !== undefined && amount !== null && amount > held) return `You hold ${formatOpen(held)} OPEN.`;
  return whyNotAmount(amount);
}
