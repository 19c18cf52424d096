"use client";

import { lazy, Suspense, useState } from "react";
import { prepaidLeft } from "../../lib/flows/api/credit.ts";
import { formatOpen } from "../../lib/format/money.ts";
import { useCredit } from "../account/useCredit.ts";
import { useKeyring } from "../account/useKeyring.ts";
import { GATEWAY_CATCHES_UP_MS, useRefreshMoney } from "../account/useRefreshMoney.ts";
import { FaucetNote } from "../tx/FaucetNote.tsx";
import { BlockSkeleton } from "../ui/Skeleton.tsx";
import { useWallet } from "../wallet/WalletProvider.tsx";
import { AskForm } from "./AskForm.tsx";
import { affordableTokens, SHORTEST } from "./affordable.ts";
import { BudgetCard } from "./BudgetCard.tsx";
import type { PlaygroundModel } from "./ModelPicker.tsx";
import { PastTurns } from "./PastTurns.tsx";
import { useTurns } from "./useTurns.ts";

// Needed from the first question on: it comes while that is answered.
const TurnView = lazy(() => import("./TurnView.tsx").then((file) => ({ default: file.TurnView })));

/** Ask a model and watch where the answer came from. While no provider answers (`served`), no money is taken either. */
export function Playground({
  models,
  first,
  question,
  served,
}: {
  models: PlaygroundModel[];
  first: PlaygroundModel;
  question: string;
  served: boolean;
}) {
  const { network, account } = useWallet();
  const credit = useCredit(network, account);
  const refresh = useRefreshMoney(network, account);
  const { keys, keep } = useKeyring(network, account);
  const { turns, ask, busy } = useTurns(network, account);
  const apiKey = keys.find((kept) => kept.playground)?.key ?? null;
  const left = credit.data?.available;
  const [keyMadeAt, setKeyMadeAt] = useState(0);
  // The dearest model decides, so that switching models does not change what the page asks for.
  const dearest = models.reduce(
    (most, { perThousandTokens }) => (perThousandTokens && perThousandTokens > most ? perThousandTokens : most),
    0n,
  );
  const enough = left !== undefined && affordableTokens(left, dearest, "") >= SHORTEST;
  const ready = apiKey !== null && enough;
  // Right after a key was made the credit at hand is from before its deposit and its budget.
  const reading = left === undefined || credit.dataUpdatedAt < keyMadeAt + GATEWAY_CATCHES_UP_MS;
  const [latest, ...earlier] = turns;

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <div>
        <FaucetNote />
        <AskForm
          models={models}
          first={first}
          brought={question}
          busy={busy}
          blocked={
            !served
              ? "No provider answers now. Nothing can be asked until one is back; reload to look again."
              : ready || !account
                ? null
                : reading
                  ? "Your credit is being read."
                  : apiKey
                    ? "Your budget is used up: set a new one below."
                    : "Set a budget below first."
          }
          onAsk={async (question) => {
            if (!apiKey || left === undefined) return false;
            const model = models.find(({ id }) => question.model === `ol-${id}`);
            const answered = await ask(
              question,
              apiKey,
              Math.max(1, affordableTokens(left, model?.perThousandTokens ?? null, question.question)),
            );
            refresh();
            return answered;
          }}
        />
        {ready && (
          <p className="mt-3 text-[13px] text-ink-2">{formatOpen(left, "exact")} OPEN of your budget are left.</p>
        )}
      </div>
      {served && network && account && credit.data && !ready && (
        <BudgetCard
          key={account}
          network={network}
          account={account}
          prepaid={prepaidLeft(credit.data)}
          onKey={(key) => {
            setKeyMadeAt(Date.now());
            keep(key);
          }}
        />
      )}
      {latest && (
        <Suspense fallback={<BlockSkeleton />}>
          <TurnView key={latest.id} turn={latest} apiKey={apiKey} />
        </Suspense>
      )}
      {earlier.length > 0 && <PastTurns turns={earlier} />}
    </div>
  );
}
