"use client";

import { useQueryClient } from "@tanstack/react-query";
import { prepaidLeft } from "../../lib/flows/api/credit.ts";
import type { ThawFacts, ThawRequest } from "../../lib/flows/thaw.ts";
import type { WithdrawFacts, WithdrawRequest } from "../../lib/flows/withdraw.ts";
import { formatOpen } from "../../lib/format/money.ts";
import type { Network } from "../../lib/tx/network.ts";
import { FlowPanel } from "../tx/FlowPanel.tsx";
import { queryKeys } from "../tx/queryKeys.ts";
import { useFlow } from "../tx/useFlow.ts";
import { Card } from "../ui/Card.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useToast } from "../ui/Toast.tsx";
import { ThawForm } from "./ThawForm.tsx";
import { Thawing } from "./Thawing.tsx";
import { useCredit } from "./useCredit.ts";
import { useEscrow } from "./useEscrow.ts";
import { useRefreshMoney } from "./useRefreshMoney.ts";

const loadThaw = () => import("../../lib/flows/thaw.ts").then((module) => module.thawFlow);
const loadWithdraw = () => import("../../lib/flows/withdraw.ts").then((module) => module.withdrawFlow);

/** Takes unspent deposit out again: announced, then thawed for three days, then withdrawn. */
export function WithdrawCard({ network, account }: { network: Network; account: string }) {
  const queries = useQueryClient();
  const toast = useToast();
  const refreshMoney = useRefreshMoney(network, account);
  const credit = useCredit(network, account).data;
  const escrow = useEscrow().data;
  const again = () => {
    refreshMoney();
    void queries.invalidateQueries({ queryKey: queryKeys.escrow(network, account) });
  };
  const thaw = useFlow<ThawRequest, ThawFacts>("thaw", loadThaw, ({ request }) => {
    again();
    toast(
      request.amount === 0n ? "The deposit stays." : `${formatOpen(request.amount, "exact")} OPEN thaw from now on.`,
    );
    thaw.discard();
  });
  const withdraw = useFlow<WithdrawRequest, WithdrawFacts>("withdraw", loadWithdraw, ({ facts }) => {
    again();
    if (facts.withdrawn !== null) toast(`${formatOpen(facts.withdrawn, "exact")} OPEN are back in your wallet.`);
    withdraw.discard();
  });
  return (
    <Card
      id="withdraw"
      title="Withdraw"
      note="What you did not spend is yours. It thaws for three days first, so that answers served before can still be paid."
    >
      <FlowPanel flow={withdraw} again="Not now">
        <FlowPanel flow={thaw} again="Not now">
          {!escrow || !credit || thaw.recalling || withdraw.recalling ? (
            <Skeleton className="h-9 w-40" />
          ) : escrow.thawing > 0n ? (
            <Thawing
              escrow={escrow}
              busy={thaw.running || withdraw.running}
              onWithdraw={() => void withdraw.start({ thawed: escrow.thawing })}
              onKeep={() => void thaw.start({ amount: 0n })}
            />
          ) : (
            <ThawForm most={prepaidLeft(credit)} busy={thaw.running} onThaw={(amount) => void thaw.start({ amount })} />
          )}
        </FlowPanel>
      </FlowPanel>
    </Card>
  );
}
