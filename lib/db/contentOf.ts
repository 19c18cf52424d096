import type { Executor } from "./worker/executor.ts";

/**
 * Joins what intake read of a contribution, as `t`, to `c`. After a reorganisation an id may be another contribution's: what was read
 * belongs to it only where URI and root are the same. What could not be read has no title.
 */
export const contentOf = (sql: Executor) =>
  sql`left join (
    select contribution, uri, root, nullif(title, '') as title, media_type, cid, bytes, words, contained_bps, problem from worker.content
  ) t on t.contribution = c.id and t.uri = c.uri and t.root = c.root`;
