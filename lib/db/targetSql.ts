import type { Executor } from "./worker/executor.ts";

/** 2^160: a staking target is this plus the asset's registry id. */
const BASE = "1461501637330902918203684832716283019655932542976";

/** SQL for the staking target of an asset whose id stands in `column`. */
export const targetSql = (sql: Executor, column: string) => sql`(${sql.unsafe(BASE)}::numeric + ${sql.unsafe(column)})`;

/** SQL for the registry id of the asset behind the target in `column`. */
export const assetOfSql = (sql: Executor, column: string) =>
  sql`(${sql.unsafe(column)} - ${sql.unsafe(BASE)}::numeric)`;

/** SQL for the payee (32 bytes in hex) that is the pool of the asset whose id stands in `column`. */
export const poolPayeeSql = (sql: Executor, column: string) =>
  sql`('0x' || lpad('1' || lpad(to_hex(${sql.unsafe(column)}::bigint), 40, '0'), 64, '0'))`;
