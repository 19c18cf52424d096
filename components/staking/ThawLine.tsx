"use client";

import { worthOf } from "../../lib/chain/poolShares.ts";
import type { WithdrawStakeFacts, WithdrawStakeRequest } from "../../lib/flows/withdrawStake.ts";
import { formatDateTime, formatRelative } from "../../lib/format/date.ts";
import { formatOpen } from "../../lib/format/money.ts";
import { FlowPanel } from "../tx/FlowPanel.tsx";
import { Gate } from "../tx/Gate.tsx";
import { useFlow } from "../tx/useFlow.ts";
import { useToast } from "../ui/Toast.tsx";
import type { LivePosition } from "./useStakes.ts";

const loadFlow = () => import("../../lib/flows/withdrawStake.ts").then((module) => module.withdrawStakeFlow);

/** What thaws in a position: its clock, and taking it out when that has run. Nothing at all where nothing thaws. */
export function ThawLine({
  position,
  name,
  now,
  onDone,
}: {
  position: LivePosition;
  name: string;
  now: number;
  onDone: () => void;
}) {
  const toast = useToast();
  const flow = useFlow<WithdrawStakeRequest, WithdrawStakeFacts>(
    `withdrawStake-${position.id}`,
    loadFlow,
    ({ facts }) => {
      if (facts.withdrawn !== null) toast(`${formatOpen(facts.withdrawn, "precise")} OPEN are back in your wallet.`);
      onDone();
      flow.discard();
    },
  );
  const { thawsAt, thawing, target } = position;
  if (thawsAt === null && !flow.record) return null;
  const worth = worthOf(thawing, { tokens: position.poolTokens, shares: position.poolShares });
  const thawed = thawsAt !== null && now >= thawsAt;
  return (
    <div className="mt-4 rounded-control bg-sunken px-3.5 py-3 text-[14px]">
      {thawsAt !== null && (
        <p className="max-w-prose">
          <span className="num font-[550]" title={`${formatOpen(worth, "full")} OPEN`}>
            {formatOpen(worth, "precise")} OPEN
          </span>{" "}
          {thawed
            ? "have thawed and can be taken out. Until then a verdict can still take of them."
            : `thaw until ${formatDateTime(thawsAt)}, ${formatRelative(thawsAt, now)} by the chain’s clock. They earn nothing, and a verdict can still take of them.`}
        </p>
      )}
      {(thawed || flow.record) && (
        <div className="mt-3">
          <FlowPanel flow={flow} again="Not now">
            <Gate
              purpose="withdraw"
              reason={null}
              busy={flow.running || flow.recalling}
              onAct={() => void flow.start({ target, name })}
            >
              Withdraw
            </Gate>
          </FlowPanel>
        </div>
      )}
    </div>
  );
}
