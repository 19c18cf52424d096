import { ZERO_ADDRESS } from "../../display/names.ts";
import { Address } from "../../ui/Address.tsx";
import { Amount } from "../../ui/Amount.tsx";
import { Table, Td, Th } from "../../ui/Table.tsx";
import { EffectTitle } from "./EffectBars.tsx";
import { type Effect, formatEffect } from "./effects.ts";

/** Every training text with its effect and what it was paid. */
export function EffectTable({ effects }: { effects: readonly Effect[] }) {
  return (
    <Table caption="What each training text did to the answer, strongest support first">
      <thead>
        <tr>
          <Th>Training text</Th>
          <Th wide>By</Th>
          <Th numeric>Effect</Th>
          <Th numeric>Paid</Th>
        </tr>
      </thead>
      <tbody>
        {effects.map((row) => (
          <tr key={row.contribution}>
            <Td>
              <EffectTitle row={row} />
            </Td>
            <Td wide>
              {row.contributor === ZERO_ADDRESS
                ? "nobody: commons"
                : row.contributor && <Address address={row.contributor} />}
            </Td>
            <Td numeric>{formatEffect(row.effect)}</Td>
            <Td numeric>{row.amount === null ? "—" : <Amount wei={row.amount} preset="precise" />}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
