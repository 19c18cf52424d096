import Link from "next/link";
import { COMMONS } from "@/lib/chain/commons.ts";
import type { DatanetSummary } from "@/lib/db/queries/datanets.ts";
import { formatBps, formatCount } from "@/lib/format/number.ts";
import { datanetHref } from "../../lib/site/hrefs.ts";
import { Defined } from "../display/Defined.tsx";
import { Fee } from "../display/Fee.tsx";
import { nameOf } from "../display/names.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";
import { Tag } from "../ui/Tag.tsx";

export function DatanetTable({ datanets }: { datanets: DatanetSummary[] }) {
  if (datanets.length === 0) {
    return (
      <EmptyState title="No datanets yet">
        They appear here when the registry holds one and the indexer has read it.
      </EmptyState>
    );
  }
  return (
    <Table caption="Datanets">
      <thead>
        <tr>
          <Th>Name</Th>
          <Th wide>Licence</Th>
          <Th numeric wide>
            Contributions
          </Th>
          <Th numeric wide>
            Contributors
          </Th>
          <Th numeric wide>
            <Defined by="novelty">Novelty</Defined>
          </Th>
          <Th numeric wide>
            Answers
          </Th>
          <Th numeric>Earned from fees, OPEN</Th>
        </tr>
      </thead>
      <tbody>
        {datanets.map((datanet) => (
          <tr key={datanet.id}>
            <Td>
              <div>
                <Link className="link" href={datanetHref(datanet.id)}>
                  {nameOf("datanet", datanet.id, datanet.name)}
                </Link>
              </div>
              {datanet.summary && (
                <p className="line-clamp-2 md:line-clamp-1 max-w-prose text-[13px] text-ink-2">{datanet.summary}</p>
              )}
            </Td>
            <Td wide>{datanet.licence ? <Tag>{datanet.licence}</Tag> : <span className="text-ink-3">unknown</span>}</Td>
            <Td numeric wide>
              <Link
                className="hover:underline"
                href={datanetHref(datanet.id, { tab: "contributions" })}
                prefetch={false}
              >
                {formatCount(datanet.accepted)}
              </Link>
              {datanet.pending > 0 && (
                <span className="block text-[12.5px] text-ink-3">{formatCount(datanet.pending)} in review</span>
              )}
            </Td>
            <Td numeric wide>
              {datanet.id === COMMONS ? "—" : formatCount(datanet.contributors)}
            </Td>
            <Td numeric wide>
              {datanet.noveltyBps === null ? "—" : formatBps(datanet.noveltyBps)}
            </Td>
            <Td numeric wide>
              {datanet.id === COMMONS ? "—" : formatCount(datanet.answers)}
            </Td>
            <Td numeric>
              {datanet.id === COMMONS ? (
                <span title="Nobody owns the commons, so nobody is paid for it">—</span>
              ) : (
                <Fee wei={datanet.paid} />
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
