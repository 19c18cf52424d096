import type { Row } from "./ceilings.ts";

/** Gas by group and name, as forge writes it. */
export type Snapshots = Record<string, Record<string, string>>;

export type Figure = Row & { gas: number; ceiling: number; above: boolean };

/**
 * Each row's gas, rounded up where it is an item's of a batch, beside its ceiling.
 * @throws naming a row without a figure, and figures without a row: neither may go unseen.
 */
export function figures(rows: Row[], snapshots: Snapshots): Figure[] {
  const unseen = new Set(
    Object.entries(snapshots).flatMap(([group, named]) => Object.keys(named).map((name) => `${group}: ${name}`)),
  );
  const result = rows.map((row) => {
    const [group, ...names] = row.of;
    const sum = names.reduce((total, name) => {
      const gas = snapshots[group]?.[name];
      if (!gas) throw new Error(`gas: nothing measures "${row.name}" (${group}: ${name}).`);
      unseen.delete(`${group}: ${name}`);
      return total + Number(gas);
    }, 0);
    const gas = Math.ceil(sum / (row.per ?? 1));
    const ceiling = row.ceiling ?? row.design;
    if (!ceiling) throw new Error(`gas: "${row.name}" has no ceiling.`);
    return { ...row, gas, ceiling, above: gas > ceiling };
  });
  if (unseen.size > 0) throw new Error(`gas: no row of scripts/gas/ceilings.ts for ${[...unseen].join(", ")}.`);
  return result;
}

const grouped = (value: number | undefined) => (value === undefined ? "–" : value.toLocaleString("en-GB"));

/** A table as text, one line a row. */
export function table(all: Figure[]): string {
  const lines = all.map(({ name, gas, ceiling, design, above, why }) =>
    [
      name.padEnd(38),
      grouped(gas).padStart(9),
      grouped(ceiling).padStart(9),
      grouped(design).padStart(9),
      above ? " ABOVE" : why && ceiling !== design ? ` ${why}` : "",
    ].join(" "),
  );
  const head = ["".padEnd(38), "gas".padStart(9), "ceiling".padStart(9), "design".padStart(9)].join(" ");
  return [head, ...lines.map((line) => line.trimEnd())].join("\n");
}
