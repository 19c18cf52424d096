import { TEXT_ITEMS } from "../chain/arbiter.ts";
import type { Executor } from "./worker/executor.ts";

/**
 * SQL for whether a version of a datanet holds contribution `c`: it was accepted before the version and its text not taken down by then, so a
 * takedown counts from the next version on. @param place alias of a row with the version's `block` and `log_index`
 */
export const heldAtSql = (sql: Executor, place: string) => {
  const at = sql.unsafe(`(${place}.block, ${place}.log_index)`);
  return sql`(c.status = 'accepted' and (c.finalized_block, c.finalized_log_index) < ${at}
    and not exists (select 1 from indexer.takedown gone where gone.contribution = c.id and gone.item in ${sql(TEXT_ITEMS)}
      and (gone.block, gone.log_index) < ${at}))`;
};
