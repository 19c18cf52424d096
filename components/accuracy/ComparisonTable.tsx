import type { Comparison } from "@/lib/attribution/published/accuracy.ts";
import { Table, Td, Th } from "../ui/Table.tsx";
import { formatFigure, formatPart } from "./formatPart.ts";

/**
 * Rows of figures beside each other, with bars of one length for 1 in every column. `parts` shows percentages; with `ours` the
 * first row is the method of this page.
 */
export function ComparisonTable({
  caption,
  first,
  comparison,
  parts = false,
  ours = true,
}: {
  caption: string;
  /** Head of the first column. */
  first: string;
  comparison: Comparison;
  parts?: boolean;
  ours?: boolean;
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
        {comparison.rows.map(({ name, values }, place) => {
          const lead = ours && place === 0;
          return (
            <tr key={name}>
              <Td className={lead ? "font-[550] text-ink" : "text-ink-2"}>{name}</Td>
              {comparison.columns.map((column, i) => (
                <Td key={column} numeric>
                  <span className={lead ? "font-[550]" : undefined}>
                    {parts ? formatPart(values[i]!) : formatFigure(values[i]!)}
                  </span>
                  <span aria-hidden="true" className="mt-1 ml-auto block h-[3px] w-full max-w-24 bg-sunken">
                    <span
                      className={`ml-auto block h-full ${lead ? "bg-accent" : "bg-line-strong"}`}
                      style={{ width: `${Math.max(0, Math.min(1, values[i]!)) * 100}%` }}
                    />
                  </span>
                </Td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
