import type { PublishedAttack } from "@/lib/attribution/published/accuracy.ts";
import { Table, Td, Th } from "../ui/Table.tsx";
import { Tag } from "../ui/Tag.tsx";
import { formatPart } from "./formatPart.ts";
import { NarrowGoal } from "./NarrowGoal.tsx";

/** What each attack gets out of it, with and without the defence that the protocol adds. */
export function AttackTable({ attacks }: { attacks: PublishedAttack[] }) {
  return (
    <Table caption="Attacks">
      <thead>
        <tr>
          <Th>Attack</Th>
          <Th wide>Against it</Th>
          <Th numeric>Gets</Th>
          <Th numeric wide>
            Goal
          </Th>
          <Th>Result</Th>
        </tr>
      </thead>
      <tbody>
        {attacks.map((attack) => (
          <tr key={attack.id}>
            <Td className="min-w-44">
              {attack.attack}
              <p className="text-[13px] text-ink-2 md:hidden">{defenceOf(attack)}</p>
            </Td>
            <Td wide className="text-ink-2">
              {defenceOf(attack)}
            </Td>
            <Td numeric>
              {gainOf(attack)}
              <NarrowGoal>{goalOf(attack)}</NarrowGoal>
            </Td>
            <Td numeric wide>
              {goalOf(attack)}
            </Td>
            <Td>
              <Outcome attack={attack} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function defenceOf({ defence, limit }: PublishedAttack): string {
  return defence ?? (limit === undefined ? "nothing, to show what the defence is worth" : "the method itself");
}

function gainOf({ value, unit }: PublishedAttack): string {
  return unit === "pool" ? formatPart(value) : `× ${(Math.trunc(value * 1000) / 1000).toFixed(3)}`;
}

function goalOf({ limit, unit }: PublishedAttack): string {
  if (limit === undefined) return "—";
  if (unit === "ratio") return `≤ × ${limit.toFixed(3)}`;
  return limit === 0 ? "0 %" : `≤ ${formatPart(limit)}`;
}

function Outcome({ attack: { value, limit } }: { attack: PublishedAttack }) {
  if (limit === undefined) return <Tag tone="warn">open</Tag>;
  return value <= limit ? <Tag tone="good">held</Tag> : <Tag tone="bad">missed</Tag>;
}
