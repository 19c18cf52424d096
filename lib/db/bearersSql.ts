import type { Sql } from "./client.ts";

/**
 * How many assets of a kind `a` bear the name in document `d`, but for case, spaces and hyphens: anybody may give theirs any name. Over
 * the rows of the query it stands in.
 */
export const bearersSql = (sql: Sql) =>
  sql`count(*) over (partition by a.kind, lower(regexp_replace(d.body->>'name', '[[:space:]_-]+', ' ', 'g')))`;
