"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { sentenceOf } from "../../lib/errors/sentenceOf.ts";
import { epochHref } from "../../lib/site/hrefs.ts";
import type { Network } from "../../lib/tx/network.ts";
import { readClaims } from "../account/reads.ts";
import { Fee } from "../display/Fee.tsx";
import { queryKeys } from "../tx/queryKeys.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Hash } from "../ui/Hash.tsx";
import { ErrorNote } from "../ui/Note.tsx";
import { TableSkeleton } from "../ui/Skeleton.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";
import { TimeAgo } from "../ui/TimeAgo.tsx";

/** What the chain has paid out to the account. */
export function ClaimHistory({ network, account }: { network: Network; account: string }) {
  const { data, error } = useQuery({
    queryKey: queryKeys.claims(network, account),
    queryFn: () => readClaims(account),
  });
  if (error) return <ErrorNote>{sentenceOf(error)}</ErrorNote>;
  if (!data) return <TableSkeleton rows={3} />;
  if (data.length === 0)
    return <EmptyState title="Nothing paid out yet">What you claim is listed here, with its transaction.</EmptyState>;
  return (
    <Table caption="Claims of this account">
      <thead>
        <tr>
          <Th>When</Th>
          <Th numeric>Epoch</Th>
          <Th wide>Transaction</Th>
          <Th numeric>OPEN</Th>
        </tr>
      </thead>
      <tbody>
        {data.map((claim) => (
          <tr key={claim.tx + claim.epoch}>
            <Td>
              <TimeAgo at={claim.at} />
            </Td>
            <Td numeric>
              <Link className="link" href={epochHref(claim.epoch)} prefetch={false}>
                {String(claim.epoch)}
              </Link>
            </Td>
            <Td wide>
              <Hash value={claim.tx} />
            </Td>
            <Td numeric>
              <Fee wei={claim.amount} preset="precise" />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
