import Link from "next/link";
import { formatCount } from "../../lib/format/number.ts";
import { receiptsHref } from "../../lib/site/hrefs.ts";
import { Amount } from "../ui/Amount.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";
import type { Point } from "./points.ts";

/** The numbers of an epoch chart; an epoch leads to its receipts. */
export function EpochTable({ title, name, points }: { title: string; name: string; points: Point[] }) {
  const emissions = points.some((point) => point.emissionsWei > 0n);
  return (
    <Table caption={title}>
      <thead>
        <tr>
          <Th>Epoch</Th>
          <Th numeric>Answers</Th>
          <Th numeric>{name}, OPEN</Th>
          {emissions && <Th numeric>Emissions, OPEN</Th>}
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.label}>
            <Td>
              <Link className="link" href={receiptsHref({ epoch: point.label })} prefetch={false}>
                {point.label === "open" ? "none yet" : point.label}
              </Link>
            </Td>
            <Td numeric>{formatCount(point.answers)}</Td>
            <Td numeric className="text-fee">
              <Amount wei={point.feesWei} preset="precise" />
            </Td>
            {emissions && (
              <Td numeric className="text-emission">
                <Amount wei={point.emissionsWei} preset="precise" />
              </Td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
