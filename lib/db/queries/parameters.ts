import type { Sql } from "../client.ts";

/** Governed parameters as their events have them, by `contract.name`. */
export async function currentParameters(sql: Sql): Promise<Map<string, bigint>> {
  const rows = await sql<{ contract: string; name: string; value: bigint }[]>`
    select contract, name, value from indexer.parameter`;
  return new Map(rows.map(({ contract, name, value }) => [`${contract}.${name}`, value]));
}

export type ParameterChange = {
  contract: string;
  name: string;
  /** Null for the first value. */
  old: bigint | null;
  value: bigint;
  at: number;
  tx: string;
  /** The proposal whose execution made it; null for a first value. */
  proposal: bigint | null;
};

/** Every change after the first values, newest first. */
export async function parameterChanges(sql: Sql, limit: number): Promise<ParameterChange[]> {
  return sql<ParameterChange[]>`
    select c.contract, c.name, c.old, c.value, c.at, c.tx, p.id as proposal
    from indexer.parameter_change c left join indexer.proposal p on p.execute_tx = c.tx
    where c.old is not null order by c.block desc, c.log_index desc limit ${limit}`;
}
