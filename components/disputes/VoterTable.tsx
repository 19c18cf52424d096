import Link from "next/link";
import { formatShare } from "../../lib/format/number.ts";
import { validatorHref } from "../../lib/site/hrefs.ts";
import { Amount } from "../ui/Amount.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";

/** A validator that signed; its weight in wei. */
export type Voter = { id: bigint; name: string; weight: bigint };

/** Who signed one verdict, each with its weight. */
export function VoterTable({ voters, total }: { voters: Voter[]; total: bigint }) {
  return (
    <Table caption="Validators that signed">
      <thead>
        <tr>
          <Th>Validator</Th>
          <Th numeric>Weight, OPEN</Th>
          <Th numeric>Of the stake</Th>
        </tr>
      </thead>
      <tbody>
        {voters.map(({ id, name, weight }) => (
          <tr key={id}>
            <Td>
              <Link className="link" href={validatorHref(id)} prefetch={false}>
                {name}
              </Link>
            </Td>
            <Td numeric>
              <Amount wei={weight} preset="whole" />
            </Td>
            <Td numeric>{formatShare(weight, total)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
