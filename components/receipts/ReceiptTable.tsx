import Link from "next/link";
import type { ReceiptRow } from "@/lib/db/queries/receipts.ts";
import { formatBps } from "@/lib/format/number.ts";
import { modelHref, receiptHref, receiptsHref } from "../../lib/site/hrefs.ts";
import { Defined } from "../display/Defined.tsx";
import { nameOf, questionText } from "../display/names.ts";
import { Amount } from "../ui/Amount.tsx";
import { Hash } from "../ui/Hash.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";
import { Tag } from "../ui/Tag.tsx";
import { TimeAgo } from "../ui/TimeAgo.tsx";
import { EpochTag } from "./epochTag.tsx";

/** @param namesakes models that share their name with another */
export function ReceiptTable({
  rows,
  now,
  namesakes,
}: {
  rows: ReceiptRow[];
  now: number;
  namesakes: ReadonlySet<bigint>;
}) {
  return (
    <Table caption="Receipts">
      <thead>
        <tr>
          <Th>Question</Th>
          <Th wide>Model</Th>
          <Th wide>Payer</Th>
          <Th wide>Epoch</Th>
          <Th numeric wide>
            <Defined by="coverage">Attributed</Defined>
          </Th>
          <Th numeric>Fee, OPEN</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Td className="max-w-md">
              <div>
                <Link className="link line-clamp-2" href={receiptHref(row.id)} prefetch={false}>
                  {questionText(row.question)}
                </Link>
              </div>
              <span className="text-[12.5px] text-ink-3">
                <Hash value={row.id} /> · <TimeAgo at={row.servedAt} now={now} />
              </span>
            </Td>
            <Td wide>
              <Link className="hover:underline" href={modelHref(row.model)} prefetch={false}>
                {nameOf("model", row.model, row.modelName, namesakes)}
              </Link>{" "}
              <span className="text-[12.5px] text-ink-3">v{row.version}</span>
            </Td>
            <Td wide>
              <Link className="hover:underline" href={receiptsHref({ payer: row.payer })} prefetch={false}>
                <Hash value={row.payer} />
              </Link>
            </Td>
            <Td wide>
              {row.epoch !== null && <span className="num mr-1.5">{row.epoch}</span>}
              <EpochTag state={row.epochState} />
            </Td>
            <Td numeric wide>
              {row.coverageBps === null ? <Tag tone="warn">being attributed</Tag> : formatBps(row.coverageBps)}
            </Td>
            <Td numeric>
              <Amount wei={row.fee} preset="precise" />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
