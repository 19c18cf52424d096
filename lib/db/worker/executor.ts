import type postgres from "postgres";
import type { Sql } from "../client.ts";

/** A connection pool or a transaction: what a query needs. */
export type Executor = Sql extends postgres.Sql<infer Types> ? postgres.ISql<Types> : never;
