import type { Comparison } from "@/lib/attribution/published/accuracy.ts";
import { Table, Td, Th } from "../ui/Table.tsx";
import { formatFigure, formatPart } from "./formatPart.ts";

/** Methods beside each other. Bars are drawn to the same length for 1 in every column; `parts` shows percentages. */
export function ComparisonTable({
  caption,
  first,
  comparison,
  parts = false,
}: {
  caption: string;
  /** Head of the first column. */
  first: string;
  comparison: Comparison;
  parts?: boolean;
}) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>{first}</Th>
          {comparison.columns.map((column) => (
            <Th key={column} numeric>
              {column}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {comparison.rows.map(({ name, values }, place) => (
          <tr key={name}>
            <Td className={place === 0 ? "font-[550] text-ink" : "text-ink-2"}>{name}</Td>
            {comparison.columns.map((column, i) => (
              <Td key={column} numeric>
                <span className={place === 0 ? "font-[550]" : undefined}>
                  {parts ? formatPart(values[i]!) : formatFigure(values[i]!)}
                </span>
                <span aria-hidden="true" className="mt-1 ml-auto block h-[3px] w-full max-w-24 bg-sunken">
                  <span
                    className={`ml-auto block h-full ${place === 0 ? "bg-accent" : "bg-line-strong"}`}
                    style={{ width: `${Math.max(0, Math.min(1, values[i]!)) * 100}%` }}
                  />
                </span>
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
