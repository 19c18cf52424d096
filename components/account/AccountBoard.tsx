"use client";

import { sentenceOf } from "../../lib/errors/sentenceOf.ts";
import { authorisedLeft, prepaidLeft } from "../../lib/flows/api/credit.ts";
import type { Network } from "../../lib/tx/network.ts";
import { FaucetNote } from "../tx/FaucetNote.tsx";
import { Amount } from "../ui/Amount.tsx";
import { ErrorNote } from "../ui/Note.tsx";
import { StatsSkeleton } from "../ui/Skeleton.tsx";
import { Stat, Stats } from "../ui/Stat.tsx";
import { availableNote } from "./availableNote.ts";
import { DepositCard } from "./DepositCard.tsx";
import { KeysCard } from "./KeysCard.tsx";
import { SpendCard } from "./SpendCard.tsx";
import { useCredit } from "./useCredit.ts";
import { WithdrawCard } from "./WithdrawCard.tsx";

/** Credit, keys and spend of the connected account. Every amount with every digit: what is left and what is spent must add up to what was paid in. */
export function AccountBoard({ network, account }: { network: Network; account: `0x${string}` }) {
  const { data, error } = useCredit(network, account);
  return (
    <>
      <FaucetNote />
      {data ? (
        <Stats>
          <Stat value={<Amount wei={data.available} preset="exact" />} unit="OPEN">
            {availableNote(data)}
          </Stat>
          <Stat value={<Amount wei={prepaidLeft(data)} preset="exact" />} unit="OPEN">
            deposited and not spent
          </Stat>
          <Stat value={<Amount wei={authorisedLeft(data)} preset="exact" />} unit="OPEN">
            of the signed budget is left
          </Stat>
          <Stat value={<Amount wei={data.spent} preset="exact" />} unit="OPEN">
            spent on answers so far
          </Stat>
        </Stats>
      ) : error ? (
        <div className="mb-8">
          <ErrorNote>{sentenceOf(error)}</ErrorNote>
        </div>
      ) : (
        <StatsSkeleton />
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]">
        <DepositCard network={network} account={account} />
        <KeysCard network={network} account={account} />
      </div>
      <div className="mt-6 grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]">
        <WithdrawCard network={network} account={account} />
        <SpendCard network={network} account={account} />
      </div>
    </>
  );
}
