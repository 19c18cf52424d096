"use client";

import type { ClaimStakingFacts, ClaimStakingRequest } from "../../lib/flows/claimStaking.ts";
import { formatOpen } from "../../lib/format/money.ts";
import { formatPlural } from "../../lib/format/number.ts";
import type { Network } from "../../lib/tx/network.ts";
import { FlowPanel } from "../tx/FlowPanel.tsx";
import { Gate } from "../tx/Gate.tsx";
import { useFlow } from "../tx/useFlow.ts";
import { Amount } from "../ui/Amount.tsx";
import { Card } from "../ui/Card.tsx";
import { Note } from "../ui/Note.tsx";
import { PoolClaims } from "./PoolClaims.tsx";
import type { LivePosition } from "./useStakes.ts";

const loadFlow = () => import("../../lib/flows/claimStaking.ts").then((module) => module.claimStakingFlow);

/** Takes out the rewards of all positions, and brings those into the pools that still wait at the settlement. */
export function ClaimRewardsCard({
  network,
  positions,
  onDone,
}: {
  network: Network;
  positions: LivePosition[];
  onDone: () => void;
}) {
  const flow = useFlow<ClaimStakingRequest, ClaimStakingFacts>("claimStaking", loadFlow, onDone);
  const due = positions.filter((position) => position.due > 0n || position.dueDollar > 0n);
  const open = due.reduce((sum, position) => sum + position.due, 0n);
  const paid = flow.done ? flow.record?.facts.paid : null;
  return (
    <Card
      id="rewards"
      title="Rewards"
      note="A pool earns its part of fees by epochs. What has come to it is shared by stake, to the wei, and never expires."
    >
      {paid && (
        <div className="mb-4" role="status">
          <Note tone="good" title={`${formatOpen(paid.open, "precise")} OPEN paid out`}>
            It is in your wallet.
          </Note>
        </div>
      )}
      <FlowPanel flow={flow.done ? { ...flow, record: null } : flow} again="Not now">
        {due.length > 0 ? (
          <>
            <p className="mb-4 text-[14px]">
              <span className="font-[550]">
                <Amount wei={open} preset="precise" unit />
              </span>{" "}
              from {formatPlural(due.length, "position")}.
            </p>
            <Gate
              purpose="claim"
              reason={null}
              busy={flow.running || flow.recalling}
              onAct={() => void flow.start({ targets: due.map(({ target }) => target) })}
            >
              Claim {formatOpen(open, "precise")} OPEN
            </Gate>
          </>
        ) : (
          <p className="text-[14px] text-ink-2">
            {positions.length === 0
              ? "Nothing is staked, so nothing is earned."
              : "Nothing has come to your pools since you last claimed."}
          </p>
        )}
      </FlowPanel>
      <PoolClaims network={network} positions={positions} onDone={onDone} />
    </Card>
  );
}
