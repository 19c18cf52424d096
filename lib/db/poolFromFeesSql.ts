import { poolPayeeSql } from "./targetSql.ts";
import type { Executor } from "./worker/executor.ts";

/**
 * SQL for what receipts say the stakers of an asset `a` earned, in wei, up to the newest epoch its pool was paid under: emissions never reach a pool by a
 * receipt. Null where no receipt is on record here.
 */
export const poolFromFeesSql = (sql: Executor) => sql`(
  select sum(o.amount) from worker.payout o
  join worker.epoch_receipt e on e.receipt = o.receipt
  where o.role = 'stakers' and o.payee = ${poolPayeeSql(sql, "a.id")}
    and e.epoch <= (select max(c.epoch) from indexer.claim c where c.payee = ${poolPayeeSql(sql, "a.id")})
)`;
