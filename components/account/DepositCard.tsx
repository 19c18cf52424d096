"use client";

import { useState } from "react";
import type { DepositFacts, DepositRequest } from "../../lib/flows/deposit.ts";
import { formatOpen, OPEN } from "../../lib/format/money.ts";
import type { Network } from "../../lib/tx/network.ts";
import { useFlow } from "../tx/useFlow.ts";
import { useToast } from "../ui/Toast.tsx";
import { PrepayCard } from "./PrepayCard.tsx";
import { useRefreshMoney } from "./useRefreshMoney.ts";

const loadFlow = () => import("../../lib/flows/deposit.ts").then((module) => module.depositFlow);

const wording = {
  id: "deposit",
  title: "Deposit",
  note: "Kept in the escrow for this gateway. What you do not spend you can withdraw with three days’ notice.",
  label: "Amount",
  hint: (_: bigint | null, held: bigint | undefined) =>
    held === undefined ? undefined : `You hold ${formatOpen(held, "exact")} OPEN.`,
  purpose: "deposit",
  act: () => "Deposit",
};

/** Prepays answers. */
export function DepositCard({ network, account }: { network: Network; account: string }) {
  const refresh = useRefreshMoney(network, account);
  const toast = useToast();
  const [permit, setPermit] = useState(true);
  const flow = useFlow<DepositRequest, DepositFacts>("deposit", loadFlow, ({ request }) => {
    refresh();
    toast(`${formatOpen(request.amount, "exact")} OPEN deposited.`);
    flow.discard();
  });
  return (
    <PrepayCard
      wording={wording}
      flow={flow}
      first={10n * OPEN}
      needs={(amount) => amount}
      onAct={(amount) => void flow.start({ amount, permit })}
    >
      <label className="flex items-start gap-2.5 text-[13px] text-ink-2">
        <input
          type="checkbox"
          className="mt-0.5 size-4 accent-[var(--accent)]"
          checked={!permit}
          onChange={(event) => setPermit(!event.target.checked)}
        />
        Send the allowance as a transaction (for wallets that cannot sign it, such as contract accounts)
      </label>
    </PrepayCard>
  );
}
