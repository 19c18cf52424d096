import type { Sql } from "../client.ts";

/** Governed parameters as their events have them, by `contract.name`. */
export async function currentParameters(sql: Sql): Promise<Map<string, bigint>> {
  const rows = await sql<{ contract: string; name: string; value: bigint }[]>`
    select contract, name, value from indexer.parameter`;
  return new Map(rows.map(({ contract, name, value }) => [`${contract}.${name}`, value]));
}

export type VotedChange = { value: bigint; proposal: bigint };

/** What a vote last set each governed parameter to, by `contract.name`; those that no vote ever set are missing. */
export async function votedParameters(sql: Sql): Promise<Map<string, VotedChange>> {
  const rows = await sql<(VotedChange & { contract: string; name: string })[]>`
    select distinct on (c.contract, c.name) c.contract, c.name, c.value, p.id as proposal
    from indexer.parameter_change c join indexer.proposal p on p.execute_tx = c.tx
    where c.old is not null order by c.contract, c.name, c.block desc, c.log_index desc`;
  return new Map(rows.map(({ contract, name, ...change }) => [`${contract}.${name}`, change]));
}
