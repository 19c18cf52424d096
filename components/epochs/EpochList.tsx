import Link from "next/link";
import { connection } from "next/server";
import { sql } from "@/lib/db/client.ts";
import { type EpochRow, listEpochs } from "@/lib/db/queries/epochRows.ts";
import { epochState } from "@/lib/db/queries/epochs.ts";
import { formatDateTime } from "@/lib/format/date.ts";
import { formatCount, formatPlural } from "@/lib/format/number.ts";
import { epochHref, sections, withQuery } from "../../lib/site/hrefs.ts";
import { pageClock } from "../../lib/site/pageClock.ts";
import { pageOf, pageParam, type RawParams } from "../../lib/site/searchParams.ts";
import { EpochTag } from "../receipts/epochTag.tsx";
import { Amount } from "../ui/Amount.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Folded } from "../ui/Folded.tsx";
import { Hash } from "../ui/Hash.tsx";
import { Pager } from "../ui/Pager.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";
import { RedoneTag } from "./RedoneTag.tsx";

const SIZE = 25;

/** Sealed epochs, the newest first. */
export async function EpochList({ searchParams }: { searchParams: Promise<RawParams> }) {
  await connection();
  const page = pageParam.parse((await searchParams).page);
  const [{ rows, total }, now] = await Promise.all([
    listEpochs(sql(), { limit: SIZE, offset: (page - 1) * SIZE }),
    pageClock(),
  ]);
  if (total === 0)
    return (
      <EmptyState title="No epoch yet">
        The first is sealed after the first midnight (UTC, chain time) with answers before it.
      </EmptyState>
    );
  const place = pageOf(page, SIZE, total);
  const href = (to: number | null) =>
    to === null ? null : withQuery(`/${sections.epochs}`, { page: to === 1 ? undefined : to });
  return (
    <>
      <Table caption="Epochs">
        <thead>
          <tr>
            <Th>Epoch</Th>
            <Th>State</Th>
            <Th numeric>Distributes, OPEN</Th>
            <Th numeric wide>
              Answers
            </Th>
            <Th wide>Root</Th>
            <Th wide>Redone here</Th>
            <Th wide>Sealed</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} now={now} />
          ))}
        </tbody>
      </Table>
      <Pager previous={href(place.previous)} next={href(place.next)} position={place.position} />
    </>
  );
}

function Row({ row, now }: { row: EpochRow; now: number }) {
  return (
    <tr>
      <Td className="whitespace-nowrap">
        <Link className="link" href={epochHref(row.id)} prefetch={false}>
          Epoch {String(row.id)}
        </Link>
        <Folded>{formatPlural(row.answers, "answer")}</Folded>
      </Td>
      <Td>
        <EpochTag state={epochState(row.state, row.readyAt, now)} />
        <Folded>
          here: <RedoneTag verdict={row.verdict} />
        </Folded>
      </Td>
      <Td numeric>
        <Amount wei={row.added} preset="precise" />
      </Td>
      <Td numeric wide>
        {formatCount(row.answers)}
      </Td>
      <Td wide>{row.root ? <Hash value={row.root} /> : <span className="text-ink-3">not posted yet</span>}</Td>
      <Td wide>
        <RedoneTag verdict={row.verdict} />
      </Td>
      <Td wide className="whitespace-nowrap">
        {formatDateTime(row.sealedAt)}
      </Td>
    </tr>
  );
}
