"use client";

import type { OwnSlash } from "@/lib/db/queries/slashes.ts";
import { Amount } from "../ui/Amount.tsx";
import { Card } from "../ui/Card.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";
import { TimeAgo } from "../ui/TimeAgo.tsx";
import { targetName } from "./kinds.ts";
import { SlashCause } from "./SlashCause.tsx";

/** What verdicts and proofs have taken from the account, with what was left each time. */
export function SlashHistory({ slashes }: { slashes: OwnSlash[] }) {
  return (
    <Card id="slashes" title="Slashes" note="Half of what is taken goes to who brought the case, half is burnt.">
      {slashes.length === 0 ? (
        <EmptyState title="Never slashed">No verdict and no proof has taken anything from your stake.</EmptyState>
      ) : (
        <Table caption="Slashes of your stake">
          <thead>
            <tr>
              <Th>When</Th>
              <Th>Pool</Th>
              <Th numeric>Taken from you, OPEN</Th>
              <Th numeric wide>
                Left, OPEN
              </Th>
              <Th>By</Th>
            </tr>
          </thead>
          <tbody>
            {slashes.map((slash) => (
              <tr key={slash.id}>
                <Td>
                  <TimeAgo at={slash.at} />
                </Td>
                <Td>{targetName({ ...slash, id: slash.asset })}</Td>
                <Td numeric className="text-bad">
                  <Amount wei={slash.after - slash.before} preset="precise" />
                </Td>
                <Td numeric wide>
                  <Amount wei={slash.after} preset="precise" />
                </Td>
                <Td>
                  <SlashCause {...slash} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
