"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { readRewards } from "../../lib/flows/api/rewards.ts";
import type { Claim, ClaimFacts, ClaimRequest } from "../../lib/flows/claim.ts";
import { formatOpen } from "../../lib/format/money.ts";
import { formatPlural } from "../../lib/format/number.ts";
import type { Network } from "../../lib/tx/network.ts";
import { FlowPanel } from "../tx/FlowPanel.tsx";
import { queryKeys } from "../tx/queryKeys.ts";
import { useFlow } from "../tx/useFlow.ts";
import { Button } from "../ui/Button.tsx";
import { targetName } from "./kinds.ts";
import type { LivePosition } from "./useStakes.ts";

const loadFlow = () => import("../../lib/flows/claim.ts").then((module) => module.claimFlow);
const EVERY_MS = 15_000;

/** What an accepted epoch holds for pools of the account and nobody has brought in yet: anybody may, and it goes to all stakers. */
export function PoolClaims({
  network,
  positions,
  onDone,
}: {
  network: Network;
  positions: LivePosition[];
  onDone: () => void;
}) {
  const queries = useQueryClient();
  const earning = positions.filter(({ shares }) => shares > 0n);
  const key = queryKeys.poolClaims(
    network,
    earning.map(({ target }) => target),
  );
  const waiting = useQuery({
    queryKey: key,
    refetchInterval: EVERY_MS,
    queryFn: async () => {
      const rewards = await Promise.all(earning.map(({ target }) => readRewards(payeeOf(target))));
      return rewards.map((one, i) => ({ ...one, name: targetName(earning[i]!) })).filter(({ claim }) => claim);
    },
  });
  const flow = useFlow<ClaimRequest, ClaimFacts>("claimForPools", loadFlow, () => {
    void queries.invalidateQueries({ queryKey: key });
    onDone();
    flow.discard();
  });
  const pools = waiting.data ?? [];
  if (pools.length === 0 && !flow.record) return null;
  const pays = pools.reduce((sum, { claimable }) => sum + claimable, 0n);
  return (
    <div className="mt-5 border-line border-t pt-4 text-[14px]">
      <FlowPanel flow={flow} again="Not now">
        <p className="mb-3 text-ink-2">
          <span className="num text-fee">{formatOpen(pays, "precise")} OPEN</span> of fees wait at the settlement for{" "}
          {pools.length === 1 ? pools[0]!.name : formatPlural(pools.length, "pool")}. Whoever brings them in pays the
          gas; all stakers get their share.
        </p>
        <Button
          size="small"
          busy={flow.running || flow.recalling}
          onClick={() => void flow.start({ claims: pools.map(({ claim }) => claim as Claim), pays })}
        >
          Bring them in
        </Button>
      </FlowPanel>
    </div>
  );
}

/** The pool as a payee: 32 bytes. */
const payeeOf = (target: bigint) => `0x${target.toString(16).padStart(64, "0")}`;
