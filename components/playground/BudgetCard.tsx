"use client";

import type { BudgetFacts, BudgetRequest } from "../../lib/flows/openBudget.ts";
import { formatOpen, OPEN } from "../../lib/format/money.ts";
import type { Network } from "../../lib/tx/network.ts";
import type { KeptKey } from "../account/keyring.ts";
import { PrepayCard } from "../account/PrepayCard.tsx";
import { useRefreshMoney } from "../account/useRefreshMoney.ts";
import { useFlow } from "../tx/useFlow.ts";

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
  const flow = useFlow<BudgetRequest, BudgetFacts>("openBudget", loadFlow, ({ facts, request }) => {
    if (facts.key.key)
      onKey({ key: facts.key.key, label: request.label, madeAt: Math.trunc(Date.now() / 1_000), playground: true });
    refresh();
    setTimeout(flow.discard, SETTLES_MS); // the card is gone by then, unless the credit does not come
  });
  const missing = (budget: bigint | null) => (budget !== null && budget > prepaid ? budget - prepaid : 0n);
  const wording = {
    id: "budget",
    title: "Set a budget",
    note: "Answers are paid from a deposit, up to an amount you sign. What is left stays yours. A last signature shows that it is you who asks; it never goes on the chain.",
    label: "Budget",
    hint: (budget: bigint | null) =>
      missing(budget) > 0n
        ? `Deposits ${formatOpen(missing(budget), "exact")} OPEN from your wallet.`
        : budget
          ? "Your deposit covers it."
          : undefined,
    purpose: "ask",
    act: (budget: bigint | null) => (missing(budget) > 0n ? "Deposit and sign" : "Sign the budget"),
  };
  return (
    <PrepayCard
      wording={wording}
      flow={flow}
      first={5n * OPEN}
      needs={missing}
      onAct={(budget) => void flow.start({ label: LABEL, budget })}
    />
  );
}
