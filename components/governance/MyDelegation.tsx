"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { sentenceOf } from "../../lib/errors/sentenceOf.ts";
import { formatOpen } from "../../lib/format/money.ts";
import type { Network } from "../../lib/tx/network.ts";
import { Input } from "../forms/controls.tsx";
import { Field } from "../forms/Field.tsx";
import { FaucetNote } from "../tx/FaucetNote.tsx";
import { queryKeys } from "../tx/queryKeys.ts";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { ErrorNote } from "../ui/Note.tsx";
import { BlockSkeleton } from "../ui/Skeleton.tsx";
import { DelegateForm } from "./DelegateForm.tsx";
import { useDelegation } from "./useDelegation.ts";

/** Who votes with the connected account's OPEN, held and staked, and changing it. */
export function MyDelegation({
  network,
  account,
  to: proposed,
}: {
  network: Network;
  account: `0x${string}`;
  to: string | undefined;
}) {
  const router = useRouter();
  const queries = useQueryClient();
  const { data, error } = useDelegation(network, account);
  const [typed, setTyped] = useState(proposed ?? account);
  const to = /^0x[0-9a-fA-F]{40}$/.test(typed.trim()) ? (typed.trim() as `0x${string}`) : null;
  const again = () => {
    void queries.invalidateQueries({ queryKey: queryKeys.delegation(network, account) });
    router.refresh();
  };
  if (!data) return error ? <ErrorNote>{sentenceOf(error)}</ErrorNote> : <BlockSkeleton className="h-64" />;
  const worth = data.stakes.reduce((sum, stake) => sum + stake.worth, 0n);
  // Nothing was counted before the first delegation; later, less than the stake alone cannot be all of it.
  const uncounted = data.staked.to === null || data.staked.delegateHas < worth;
  return (
    <>
      <FaucetNote />
      <Card
        className="mb-6"
        id="delegate"
        title="Your votes"
        note={`You can vote with ${formatOpen(data.votes, "whole")} votes now. Delegating moves no OPEN and can be changed at any time; it counts for proposals whose voting opens later.`}
      >
        <div className="mb-5 flex max-w-xl flex-wrap items-end gap-3">
          <div className="min-w-0 grow basis-72">
            <Field label="Delegate to" error={to ? null : "Give an address: 0x and 40 hex digits."}>
              {(control) => (
                <Input
                  {...control}
                  className="font-mono text-[13px]"
                  autoComplete="off"
                  spellCheck={false}
                  value={typed}
                  onChange={(event) => setTyped(event.target.value)}
                />
              )}
            </Field>
          </div>
          {typed.toLowerCase() !== account.toLowerCase() && (
            <Button className="h-10" onClick={() => setTyped(account)}>
              Yourself
            </Button>
          )}
        </div>
        <div className="grid gap-6 md:grid-cols-2">
          <DelegateForm
            kind="held"
            account={account}
            amount={data.held.amount}
            now={data.held.to}
            to={to}
            targets={[]}
            onDone={again}
          />
          <DelegateForm
            kind="staked"
            account={account}
            amount={worth}
            now={data.staked.to}
            to={to}
            targets={uncounted ? data.stakes.map(({ target }) => target) : []}
            onDone={again}
          />
        </div>
      </Card>
    </>
  );
}
