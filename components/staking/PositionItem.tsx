"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { worthOf } from "../../lib/chain/poolShares.ts";
import { rewardSources } from "../../lib/economy/rewardSources.ts";
import { Amount } from "../ui/Amount.tsx";
import { useWallet } from "../wallet/WalletProvider.tsx";
import { CountVotes } from "./CountVotes.tsx";
import { earningPart } from "./earningPart.ts";
import { kindWords, targetHref, targetName } from "./kinds.ts";
import { RewardsBySource } from "./RewardsBySource.tsx";
import { ThawLine } from "./ThawLine.tsx";
import { UnstakeForm } from "./UnstakeForm.tsx";
import type { LivePosition } from "./useStakes.ts";

/** One position: what it is worth now, what thaws and until when, what it has earned. */
export function PositionItem({
  position,
  slashed,
  now,
  onDone,
}: {
  position: LivePosition;
  /** Its pool was slashed while the account was in it. */
  slashed: boolean;
  now: number;
  onDone: () => void;
}) {
  const pool = { tokens: position.poolTokens, shares: position.poolShares };
  const { account } = useWallet();
  const name = targetName(position);
  const href = targetHref(position);
  const staked = worthOf(position.shares, pool);
  const sources = rewardSources(position.paid + position.due, position.poolRewarded, position.poolFromFees);
  return (
    <li className="py-5" aria-label={name}>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
        <h3>
          {href ? (
            <Link className="link" href={href}>
              {name}
            </Link>
          ) : (
            name
          )}
        </h3>
        <p className="text-[13px] text-ink-2">
          {kindWords[position.kind][0]} {String(position.id)} · {earningPart(position)} · pool of{" "}
          <Amount wei={pool.tokens} preset="whole" unit />
        </p>
      </div>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 lg:grid-cols-4">
        <Figure label="Staked now">
          <Amount wei={staked} preset="precise" unit />
        </Figure>
        <Figure label="Put in and not yet taken out">
          <Amount wei={position.staked - position.withdrawn} preset="precise" unit />
        </Figure>
        <Figure label="Rewards to claim">
          <Amount wei={position.due} preset="precise" unit />
        </Figure>
        <Figure label="Rewards, all time">
          <RewardsBySource sources={sources} />
        </Figure>
      </dl>
      <ThawLine position={position} name={name} now={now} onDone={onDone} />
      {slashed && account && position.shares > 0n && (
        <CountVotes target={position.target} asset={position.id} name={name} who={account} />
      )}
      <UnstakeForm position={position} name={name} onDone={onDone} />
    </li>
  );
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-[13px] text-ink-2">{label}</dt>
      <dd className="num mt-0.5 text-[15px]">{children}</dd>
    </div>
  );
}
