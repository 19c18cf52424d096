import Link from "next/link";
import type { SpanSource } from "@/lib/db/queries/receiptDetail.ts";
import { contributionHref } from "../../lib/site/hrefs.ts";
import { Key } from "../display/Key.tsx";
import { ZERO_ADDRESS } from "../display/names.ts";
import { Address } from "../ui/Address.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";
import type { Segment } from "./segments.ts";
import type { Mark } from "./series.ts";

/** The highlighted answer as a table: each phrase and where it was first published. */
export function AnswerTable({
  segments,
  marks,
  sources,
}: {
  segments: Segment[];
  marks: Mark[];
  sources: SpanSource[];
}) {
  const traced = segments.filter((segment) => segment.contribution !== null);
  return (
    <Table caption="Traced phrases of the answer, in its order">
      <thead>
        <tr>
          <Th>Source</Th>
          <Th>Phrase</Th>
          <Th>First published in</Th>
          <Th wide>By</Th>
        </tr>
      </thead>
      <tbody>
        {traced.map((segment, i) => {
          const mark = marks.find((one) => one.contribution === segment.contribution);
          const source = sources.find((one) => Number(one.contribution) === segment.contribution);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the order of the answer
            <tr key={i}>
              <Td className="whitespace-nowrap">
                {mark && <Key colour={mark.colour} />}
                {mark?.label}
              </Td>
              <Td className="font-serif text-[15.5px]">{segment.text}</Td>
              <Td>
                {source ? (
                  <Link className="link" href={contributionHref(source.datanet, source.contribution)} prefetch={false}>
                    {source.title ?? `Contribution ${source.contribution}`}
                  </Link>
                ) : (
                  `Contribution ${segment.contribution}`
                )}
              </Td>
              <Td wide>
                {source &&
                  (source.contributor === ZERO_ADDRESS ? "nobody: commons" : <Address address={source.contributor} />)}
              </Td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
