import type { Measure } from "@/lib/attribution/published/accuracy.ts";
import { Table, Td, Th } from "../ui/Table.tsx";
import { Tag } from "../ui/Tag.tsx";
import { formatFigure } from "./formatPart.ts";
import { NarrowGoal } from "./NarrowGoal.tsx";

/** Every target set before measuring, met or not. */
export function TargetTable({ measures }: { measures: Measure[] }) {
  return (
    <Table caption="Targets">
      <thead>
        <tr>
          <Th>Figure</Th>
          <Th numeric>Measured</Th>
          <Th numeric wide>
            Goal
          </Th>
          <Th>Result</Th>
        </tr>
      </thead>
      <tbody>
        {measures.map(({ id, name, value, bound, goal, met, reason }) => (
          <tr key={id}>
            <Td className="min-w-40">
              {name}
              {reason && <p className="max-w-prose text-[13px] text-ink-2">{reason}</p>}
            </Td>
            <Td numeric>
              {formatFigure(value)}
              <NarrowGoal>{goalOf({ bound, goal })}</NarrowGoal>
            </Td>
            <Td numeric wide>
              {goalOf({ bound, goal })}
            </Td>
            <Td>{met ? <Tag tone="good">met</Tag> : <Tag tone="bad">missed</Tag>}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function goalOf({ bound, goal }: Pick<Measure, "bound" | "goal">): string {
  return `${bound === "most" ? "≤" : "≥"} ${formatFigure(goal)}`;
}
