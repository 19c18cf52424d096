"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { lazy, Suspense } from "react";
import { worthOf } from "../../lib/chain/poolShares.ts";
import { sentenceOf } from "../../lib/errors/sentenceOf.ts";
import type { Network } from "../../lib/tx/network.ts";
import { Defined } from "../display/Defined.tsx";
import { FaucetNote } from "../tx/FaucetNote.tsx";
import { queryKeys } from "../tx/queryKeys.ts";
import { Amount } from "../ui/Amount.tsx";
import { ErrorNote } from "../ui/Note.tsx";
import { BlockSkeleton, StatsSkeleton } from "../ui/Skeleton.tsx";
import { Stat, Stats } from "../ui/Stat.tsx";
import { ClaimRewardsCard } from "./ClaimRewardsCard.tsx";
import { SlashHistory } from "./SlashHistory.tsx";
import { StakeForm } from "./StakeForm.tsx";
import { type Stakes, useStakes } from "./useStakes.ts";

// Nobody without a wallet needs it.
const Positions = lazy(() => import("./Positions.tsx").then((file) => ({ default: file.Positions })));

/** What the connected account has staked, and everything it can do with it. */
export function StakeBoard({ network, account }: { network: Network; account: `0x${string}` }) {
  const router = useRouter();
  const queries = useQueryClient();
  const { data, error } = useStakes(network, account);
  const again = () => {
    for (const key of [
      queryKeys.stakes(network, account),
      queryKeys.balances(network, account),
      queryKeys.stakeTargets(network),
    ])
      void queries.invalidateQueries({ queryKey: key });
    router.refresh(); // the pools below come from the server
  };
  return (
    <>
      <FaucetNote />
      {data ? (
        <StakeFigures stakes={data} />
      ) : error ? (
        <div className="mb-8">
          <ErrorNote>{sentenceOf(error)}</ErrorNote>
        </div>
      ) : (
        <StatsSkeleton />
      )}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <StakeForm network={network} onDone={again} />
        {data && <ClaimRewardsCard network={network} positions={data.positions} onDone={again} />}
      </div>
      {data && (
        <div className="mt-6 grid grid-cols-1 gap-6">
          <Suspense fallback={<BlockSkeleton className="h-64" />}>
            <Positions positions={data.positions} slashes={data.slashes} now={data.now} onDone={again} />
          </Suspense>
          <SlashHistory slashes={data.slashes} />
        </div>
      )}
    </>
  );
}

function StakeFigures({ stakes: { positions, now } }: { stakes: Stakes }) {
  const sum = (of: (position: Stakes["positions"][number]) => bigint) =>
    positions.reduce((total, position) => total + of(position), 0n);
  const pool = (position: Stakes["positions"][number]) => ({
    tokens: position.poolTokens,
    shares: position.poolShares,
  });
  const thawing = sum((one) => worthOf(one.thawing, pool(one)));
  const ready = sum((one) => (one.thawsAt !== null && now >= one.thawsAt ? worthOf(one.thawing, pool(one)) : 0n));
  const earning = sum((one) => worthOf(one.shares, pool(one)));
  return (
    <Stats>
      <Stat value={<Amount wei={earning} />} unit="OPEN">
        staked and earning
      </Stat>
      <Stat value={<Amount wei={earning + thawing} />} unit="OPEN">
        <Defined by="atRisk">at risk</Defined>, thawing included
      </Stat>
      <Stat value={<Amount wei={thawing - ready} />} unit="OPEN">
        thawing
      </Stat>
      <Stat value={<Amount wei={ready} />} unit="OPEN">
        can be withdrawn now
      </Stat>
    </Stats>
  );
}
