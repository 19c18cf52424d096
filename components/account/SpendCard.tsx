"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { sentenceOf } from "../../lib/errors/sentenceOf.ts";
import { formatCount } from "../../lib/format/number.ts";
import { modelHref, receiptsHref } from "../../lib/site/hrefs.ts";
import type { Network } from "../../lib/tx/network.ts";
import { nameOf } from "../display/names.ts";
import { queryKeys } from "../tx/queryKeys.ts";
import { Amount } from "../ui/Amount.tsx";
import { Card } from "../ui/Card.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorNote } from "../ui/Note.tsx";
import { TableSkeleton } from "../ui/Skeleton.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";
import { readSpend } from "./reads.ts";

/** Where the money went, by model. */
export function SpendCard({ network, account }: { network: Network; account: string }) {
  const { data, error } = useQuery({ queryKey: queryKeys.spend(network, account), queryFn: () => readSpend(account) });
  return (
    <Card
      id="spend"
      title="Spend by model"
      action={
        <Link className="link" href={receiptsHref({ payer: account.toLowerCase() })} prefetch={false}>
          Your receipts
        </Link>
      }
    >
      {error ? (
        <ErrorNote>{sentenceOf(error)}</ErrorNote>
      ) : !data ? (
        <TableSkeleton rows={2} />
      ) : data.length === 0 ? (
        <EmptyState title="Nothing spent yet">
          Each answer you pay for appears here by its model, and has a receipt.
        </EmptyState>
      ) : (
        <Table caption="Spend by model">
          <thead>
            <tr>
              <Th>Model</Th>
              <Th numeric>Answers</Th>
              <Th numeric>OPEN</Th>
            </tr>
          </thead>
          <tbody>
            {data.map((row) => (
              <tr key={String(row.model)}>
                <Td>
                  <Link className="link" href={modelHref(row.model)}>
                    {nameOf("model", row.model, row.name)}
                  </Link>
                </Td>
                <Td numeric>{formatCount(row.answers)}</Td>
                <Td numeric>
                  <Amount wei={row.fees} preset="exact" />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
