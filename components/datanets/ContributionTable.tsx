import Link from "next/link";
import type { ContributionRow } from "@/lib/db/queries/contributions.ts";
import { formatBps, formatCount } from "@/lib/format/number.ts";
import { contributionHref, datanetHref } from "../../lib/site/hrefs.ts";
import { Defined } from "../display/Defined.tsx";
import { Fee } from "../display/Fee.tsx";
import { nameOf, ZERO_ADDRESS } from "../display/names.ts";
import { Address } from "../ui/Address.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";
import { StatusTag, shownStatus } from "./status.tsx";

/** Contributions, one a row. `by` shows who wrote them, or, on a contributor's own page, where they are. */
export function ContributionTable({ rows, by }: { rows: ContributionRow[]; by: "contributor" | "datanet" }) {
  return (
    <Table caption="Contributions">
      <thead>
        <tr>
          <Th>Contribution</Th>
          <Th>Status</Th>
          <Th wide>{by === "contributor" ? "Contributor" : "Datanet"}</Th>
          <Th numeric wide>
            Words
          </Th>
          <Th numeric wide>
            <Defined by="novelty">Novelty</Defined>
          </Th>
          <Th numeric wide>
            Answers
          </Th>
          <Th numeric>Earned, OPEN</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Td className="[overflow-wrap:anywhere]">
              <div>
                <Link className="link line-clamp-2" href={contributionHref(row.datanet, row.id)} prefetch={false}>
                  {row.title ?? `Contribution ${row.id}`}
                </Link>
              </div>
              <span className="num text-[12.5px] text-ink-3">
                no. {String(row.id)}
                {row.inVersion !== null && ` · in version ${row.inVersion}`}
                {shownStatus(row) === "accepted" &&
                  row.inVersion === null &&
                  row.contributor !== ZERO_ADDRESS &&
                  " · in no version yet"}
              </span>
            </Td>
            <Td>
              <StatusTag status={shownStatus(row)} />
            </Td>
            <Td wide>
              {by === "datanet" ? (
                <Link className="link whitespace-nowrap" href={datanetHref(row.datanet)} prefetch={false}>
                  {nameOf("datanet", row.datanet, row.datanetName)}
                </Link>
              ) : row.contributor === ZERO_ADDRESS ? (
                "nobody"
              ) : (
                <Address address={row.contributor} />
              )}
            </Td>
            <Td numeric wide>
              {formatCount(row.words)}
            </Td>
            <Td numeric wide>
              {row.noveltyBps === null ? "—" : formatBps(row.noveltyBps)}
            </Td>
            <Td numeric wide>
              {formatCount(row.answers)}
            </Td>
            <Td numeric>{row.contributor === ZERO_ADDRESS ? "—" : <Fee wei={row.earned} preset="precise" />}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
