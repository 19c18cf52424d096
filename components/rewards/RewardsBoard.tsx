"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { sentenceOf } from "../../lib/errors/sentenceOf.ts";
import { readRewards } from "../../lib/flows/api/rewards.ts";
import { contributorHref } from "../../lib/site/hrefs.ts";
import type { Network } from "../../lib/tx/network.ts";
import { Fee } from "../display/Fee.tsx";
import { FaucetNote } from "../tx/FaucetNote.tsx";
import { queryKeys } from "../tx/queryKeys.ts";
import { LinkButton } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { ErrorNote } from "../ui/Note.tsx";
import { StatsSkeleton } from "../ui/Skeleton.tsx";
import { Stat, Stats } from "../ui/Stat.tsx";
import { useWallet } from "../wallet/WalletProvider.tsx";
import { ClaimCard } from "./ClaimCard.tsx";
import { ClaimHistory } from "./ClaimHistory.tsx";
import { TimeTravel } from "./TimeTravel.tsx";

const EVERY_MS = 4_000;

/** What the connected account has earned and what it can take out now. */
export function RewardsBoard({ network, account }: { network: Network; account: `0x${string}` }) {
  const { isLocal } = useWallet();
  const queries = useQueryClient();
  const { data, error } = useQuery({
    queryKey: queryKeys.rewards(network, account),
    queryFn: () => readRewards(account),
    refetchInterval: EVERY_MS,
  });
  const again = () => {
    void queries.invalidateQueries({ queryKey: queryKeys.rewards(network, account) });
    void queries.invalidateQueries({ queryKey: queryKeys.claims(network, account) });
    void queries.invalidateQueries({ queryKey: queryKeys.balances(network, account) });
  };
  if (!data) return error ? <ErrorNote>{sentenceOf(error)}</ErrorNote> : <StatsSkeleton />;
  return (
    <>
      <FaucetNote />
      <Stats>
        <Stat value={<Fee wei={data.accrued} preset="precise" />} unit="OPEN">
          accrued, waiting for the next epoch
        </Stat>
        <Stat value={<Fee wei={data.inWindow} preset="precise" />} unit="OPEN">
          in the challenge window
        </Stat>
        {data.inDispute > 0n && (
          <Stat value={<Fee wei={data.inDispute} preset="precise" />} unit="OPEN">
            in dispute, until the arbiter decides
          </Stat>
        )}
        <Stat value={<Fee wei={data.claimable} preset="precise" />} unit="OPEN">
          claimable now
        </Stat>
        <Stat value={<Fee wei={data.paid} preset="precise" />} unit="OPEN">
          paid out so far
        </Stat>
      </Stats>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <ClaimCard rewards={data} onDone={again} />
        {isLocal && <TimeTravel onDone={again} />}
      </div>
      <Card
        className="mt-6"
        id="history"
        title="Paid out"
        note="Claims for every role. The profile lists what contributions earned; what a model earned its owner is counted in the figures above, and its fees on the model’s page."
        action={
          <LinkButton href={contributorHref(account)} variant="plain" size="small">
            Earnings by contribution and model
          </LinkButton>
        }
      >
        <ClaimHistory network={network} account={account} />
      </Card>
    </>
  );
}
